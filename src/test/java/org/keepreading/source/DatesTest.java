package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dates that feeds hold. */
class DatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sat, 16 Oct 2021 09:30:00 +0000",
                "Sat, 16 Oct 2021 09:30:00 GMT",
                "Sat, 16 Oct 2021 09:30 GMT",
                "Sat, 16 Oct 2564 09:30:00 GMT",
                "2564-10-16T16:30:00+07:00",
                "16/10/2564 09:30",
                "Sat, 16 Oct 2021 9:30:0 Z",
                "Sat, 16 Oct 2021 03:30:00 CT",
                "Sat, 16 Oct 2021 02:30:00 MT",
                "Sat, 16 Oct 2021 01:30:00 PT",
                "Sat, 16 Oct 2021 05:30:00 AT",
                "Sat, 16 Oct 2021 05:30:00 EST5EDT",
                "16-Oct-21 09.30.00 AM",
                "2021-W41-6T09:30:00Z",
                "16 Oct 2021 09:30:00 UT",
                "Sat, 16 Oct 21 09:30:00 Z",
                "Sun, 16 Oct 2021 09:30:00 GMT",
                "Sat,16 Oct 2021 09:30:00 +0000",
                "  Sat, 16  Oct 2021\n09:30:00 +0000 ",
                "Sat, 16 October 2021 09:30:00 UTC",
                "Saturday, 16-Oct-21 09:30:00 GMT",
                "Sat, 16 Oct 2021 09:30:00 +0000 (Coordinated Universal Time)",
                "Sat, 16 Oct 2021 05:30:00 EDT",
                "Sat, 16 Oct 2021 04:30:00 EST",
                "Sat, 16 Oct 2021 02:30:00 PDT",
                "Sat, 16 Oct 2021 11:30:00 CEST",
                "Sat, 16 Oct 2021 12:30:00 MSK",
                "Sat, 16 Oct 2021 18:30:00 JST",
                "Sat, 16 Oct 2021 11:30:00 GMT+2",
                "Sat, 16 Oct 2021 11:30:00 GMT+0200",
                "Sat, 16 Oct 2021 11:30:00 +02:00",
                "Sat, 16 Oct 2021 10:30:00 Europe/Lisbon",
                "Sat, 16 Oct 2021 09:30:00",
                "Sat Oct 16 09:30:00 2021",
                "Sat Oct 16 09:30:00 UTC 2021",
                "Sat Oct 16 05:30:00 EDT 2021",
                "Oct 16, 2021 9:30 AM",
                "October 16th, 2021 09:30",
                "2021-10-16T09:30:00Z",
                "2021-10-16T09:30Z",
                "2021-10-16t09:30:00z",
                "2021-10-16T09:30:00.000Z",
                "2021-10-16T09:30:00,000000000Z",
                "2021-10-16T11:30:00.123456789+02:00",
                "2021-10-16T11:30:00+0200",
                "2021-10-16T11:30:00+02",
                "2021-10-16T06:30:00-03:00",
                "2021-10-16 09:30:00",
                "2021-10-16 09:30:00 UTC",
                "2021-10-16 09:30",
                "2021/10/16 09:30:00",
                "20211016T093000Z",
                "16.10.2021 09:30",
                "16/10/2021 09:30:00",
                "10/16/2021 09:30:00",
                "2021-289T09:30:00Z",
                "1634376600",
                "1634376600000",
                "1634376600123456",
                "1634376600.5",
                "Sa, 16. Oktober 2021 09:30",
                "Samstag, 16. Okt. 2021 11:30 MESZ",
                "sam., 16 octobre 2021 09:30:00 +0000",
                "sábado, 16 de octubre de 2021 09:30",
                "Sáb, 16 Out 2021 09:30:00 +0000",
                "16 de outubro de 2021 09h30",
                "sab, 16 ott 2021 09:30:00 GMT",
                "za, 16 okt 2021 09:30:00 GMT",
                "lör, 16 okt 2021 09:30:00 GMT",
                "сб, 16 окт 2021 09:30:00 +0000",
                "16 октября 2021 09:30",
                "sob., 16 paź 2021 09:30:00 GMT",
                "So, 16 říjen 2021 09:30:00 GMT",
                "Σαβ, 16 Οκτ 2021 09:30:00 GMT",
                "2021年10月16日 09:30",
                "2021년 10월 16일 오전 9:30",
                "2021年10月16日(土) 9時30分",
                "2021. október 16. 09:30",
                "2021 m. spalio 16 d. 09:30",
                "sestdiena, 2021. gada 16. oktobris 09:30",
                "16 ตุลาคม 2564 09:30",
                "16 ต.ค. 2564 09:30",
                "١٦ أكتوبر ٢٠٢١ 09:30",
                "16 באוקטובר 2021 09:30",
                "16 tháng 10, 2021 09:30",
                "субота, 16. октобар 2021. 09:30",
                "subota, 16. listopada 2021. 09:30",
                "dissabte, 16 d’octubre de 2021 09:30",
                "sobota, 16. října 2021 9.30",
                "16. 10. 2021 09:30",
                "16.10.2021 9.30 Uhr",
                "16.10.2021 klo 9.30",
                "16.okt.2021 09:30",
                "16-10-2021 09:30",
                "2021 October 16 09:30",
                "2021-Oct-16 09:30",
                "Saturday 16th of October 2021 09:30",
                "Sat Oct 16 05:30:00 2021 EDT",
                "Sat Oct 16 11:30:00 2021 +0200",
                "11:30 16.10.2021 +0200",
                "Sat, 16 Oct 2021 02:30:00 -700",
                "Sat, 16 Oct 2021 02:30:00 -070",
                "Sat, 16 Oct 2021 02:30:00 --0700",
                "2021-10-16T02:30:00:-0700",
                "10/16/2021 5:30 AM EDT",
                "2021-10-16T0930Z",
                "/Date(1634376600000)/",
            })
    void areReadHoweverTheyAreWritten(String written) {
        assertThat(Dates.read(written).map(instant -> instant.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)))
                .contains(Instant.parse("2021-10-16T09:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-10-16,                      2021-10-16T00:00:00Z",
        "2021-10,                         2021-10-01T00:00:00Z",
        "2021,                            2021-01-01T00:00:00Z",
        "20211016,                        2021-10-16T00:00:00Z",
        "16 Oct 2021,                     2021-10-16T00:00:00Z",
        "16.10.2021 +0200,                2021-10-15T22:00:00Z",
        "16 Oct 2021 EDT,                 2021-10-16T04:00:00Z",
        "16. listopadu 2021,              2021-11-16T00:00:00Z",
        "Sat 16 Oct 2021 9:30 pm,         2021-10-16T21:30:00Z",
        "Sat 16 Oct 2021 12:05 am,        2021-10-16T00:05:00Z",
        "2021-12-31T24:00:00Z,            2022-01-01T00:00:00Z",
        "2016-12-31T23:59:60Z,            2017-01-01T00:00:00Z",
        "01 Jan 98 00:00:00 GMT,          1998-01-01T00:00:00Z",
    })
    void areReadAsFarAsTheySay(String written, Instant instant) {
        assertThat(Dates.read(written)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "31 Feb 2021 09:30:00 GMT",
                "2021-13-45",
                "10/11/2021 09:30",
                "10-11-2021 09:30",
                "0001-01-01T00:00:00Z",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "0",
                "99:99",
                "2021-10-16T25:61:00Z",
                "Sat, 16 Foo 2021 09:30:00 GMT"
            })
    void areLeftUnreadRatherThanGuessed(String written) {
        assertThat(Dates.read(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'Thu, 11/05/2026 08:00', 2026-11-05T08:00:00Z",
        "'Mon, 11/05/2026 08:00', 2026-05-11T08:00:00Z",
        "Donnerstag 05/11/2026 08:00, 2026-11-05T08:00:00Z",
        "lundi 11/05/2026 08:00, 2026-05-11T08:00:00Z",
        "maandag 11-05-2026 08:00, 2026-05-11T08:00:00Z",
        "11/05/2026 8:00 AM EST, 2026-11-05T13:00:00Z",
    })
    void areSettledByTheWeekdayWhereDayAndMonthMayBeEither(String written, Instant instant) {
        assertThat(Dates.read(written)).hasValue(instant);
    }

    @Test
    void areFoundInTheMarkupThatSomePutThere() {
        var time = "<pubDate>&lt;time datetime='2026-11-05T08:00:00+01:00'&gt;Thu, 11/05/2026&lt;/time&gt;</pubDate>";

        assertThat(ReadFeed.ofItem(time).only().publishedAt()).isEqualTo(Instant.parse("2026-11-05T07:00:00Z"));
        assertThat(ReadFeed.ofItem(time.replace("&lt;", "<").replace("&gt;", ">"))
                        .only()
                        .publishedAt())
                .isEqualTo(Instant.parse("2026-11-05T07:00:00Z"));
    }

    @Test
    void dropNoTeaserThatNobodyCanRead() {
        var draft =
                ReadFeed.ofItem("<pubDate>the day before yesterday</pubDate>").only();

        assertThat(draft.publishedAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<prism:publicationDate>2021-10-16T09:30:00Z</prism:publicationDate>",
                "<publishDate>2021-10-16T09:30:00Z</publishDate><updated>2022-01-01</updated>",
                "<prism:coverDate>2021-10-16T09:30:00Z</prism:coverDate><lastmod>2022-01-01</lastmod>",
            })
    void mayStandInElementsOfOtherTrades(String elements) {
        assertThat(ReadFeed.ofItem(elements).only().publishedAt()).isEqualTo(Instant.parse("2021-10-16T09:30:00Z"));
    }

    @Test
    void areTakenFromTheNextElementWhereTheFirstCannotBeRead() {
        var draft = ReadFeed.ofItem("<pubDate>soon</pubDate><dc:date>2021-10-16T09:30:00Z</dc:date>")
                .only();

        assertThat(draft.publishedAt()).isEqualTo(Instant.parse("2021-10-16T09:30:00Z"));
    }
}
