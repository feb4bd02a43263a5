package org.keepreading.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.testing.SettableClock;
import org.springframework.util.unit.DataSize;

/** Documents from other hosts: redirects, limits, and no way into the own network. */
class FetcherTest {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final Site site = new Site();
    private final SettableClock clock = new SettableClock("2026-03-02T07:00:00Z");
    private Fetcher fetcher = fetcher(Duration.ofSeconds(30), InetAddress::getAllByName, site.host());

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        site.close();
    }

    @Test
    void bringsADocumentWithWhatTheNextVisitNeeds() {
        site.answers(
                "/rss.xml",
                200,
                Map.of("ETag", "\"v1\"", "Last-Modified", "Mon, 02 Mar 2026 06:00:00 GMT"),
                "Café".getBytes(UTF_8));

        var arrived = arrived("/rss.xml");

        assertThat(arrived.document())
                .isEqualTo(new Document(site.address("/rss.xml"), site.address("/rss.xml"), "Café"));
        assertThat(arrived)
                .extracting(Download.Arrived::movedTo, Download.Arrived::etag, Download.Arrived::lastModified)
                .containsExactly(null, "\"v1\"", "Mon, 02 Mar 2026 06:00:00 GMT");
        assertThat(site.lastRequest("User-agent")).startsWith("KeepReading/");
        assertThat(site.lastRequest("Accept")).contains("application/rss+xml");
    }

    @Test
    void asksOnlyForWhatIsNew() {
        site.answers("/rss.xml", 304, Map.of(), new byte[0]);

        var download =
                fetcher.fetch(site.address("/rss.xml"), new Fetcher.Seen("\"v1\"", "Mon, 02 Mar 2026 06:00:00 GMT"));

        assertThat(download).isEqualTo(new Download.NotModified());
        assertThat(site.lastRequest("If-none-match")).isEqualTo("\"v1\"");
        assertThat(site.lastRequest("If-modified-since")).isEqualTo("Mon, 02 Mar 2026 06:00:00 GMT");
    }

    @Test
    void unpacksGzip() throws IOException {
        site.answers("/rss.xml", 200, Map.of("Content-Encoding", "gzip"), gzip("<rss/>".getBytes(UTF_8)));

        assertThat(arrived("/rss.xml").document().text()).isEqualTo("<rss/>");
        assertThat(site.lastRequest("Accept-encoding")).isEqualTo("gzip");
    }

    @Test
    void readsTheEncodingThatTheSiteNames() {
        site.answers(
                "/rss.xml", 200, Map.of("Content-Type", "text/xml; charset=iso-8859-15"), new byte[] {(byte) 0xa4});

        assertThat(arrived("/rss.xml").document().text()).isEqualTo("€");
    }

    @Test
    void stopsAtTheLimitOfAFeedWithoutEnd() {
        site.handles(
                "/rss.xml",
                exchange -> Site.endlessly(exchange, "<item/>".repeat(10_000).getBytes(UTF_8)));

        assertThat(problem("/rss.xml")).contains("has more than 10 MB once it is unpacked, and reading stopped there");
    }

    @Test
    void stopsAtTheLimitOfAGzipBomb() throws IOException {
        var bomb = gzip(new byte[100_000_000]);
        assertThat(bomb).hasSizeLessThan(200_000);
        site.answers("/rss.xml", 200, Map.of("Content-Encoding", "gzip"), bomb);

        assertThat(problem("/rss.xml")).contains("has more than 10 MB once it is unpacked");
    }

    @Test
    void stopsInTimeWhereASiteTrickles() throws IOException {
        var gaveUp = new CountDownLatch(1);
        fetcher.close();
        fetcher = fetcher(Duration.ofMillis(300), InetAddress::getAllByName, site.host());
        site.handles("/rss.xml", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (!gaveUp.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(problem("/rss.xml"))
                .contains("did not send all within 0 s. keepreading.source.timeout is the limit.");
        gaveUp.countDown();
    }

    @ParameterizedTest
    @CsvSource({"301, true", "308, true", "302, false", "303, false", "307, false"})
    void followsRedirectsAndRemembersTheLastingOnes(int status, boolean lasting) {
        site.redirects("/old.xml", status, "/rss.xml").serves("/rss.xml", "<rss/>");

        var arrived = arrived("/old.xml");

        assertThat(arrived.document().address()).isEqualTo(site.address("/rss.xml"));
        assertThat(Optional.ofNullable(arrived.movedTo()))
                .isEqualTo(lasting ? Optional.of(site.address("/rss.xml")) : Optional.empty());
    }

    @Test
    void remembersARedirectOnlyAsFarAsItLasts() {
        site.redirects("/old.xml", 301, "/moved.xml")
                .redirects("/moved.xml", 302, "/rss.xml")
                .serves("/rss.xml", "<rss/>");

        assertThat(arrived("/old.xml").movedTo()).isEqualTo(site.address("/moved.xml"));
    }

    @Test
    void givesUpWhereRedirectsGoInACircle() {
        site.redirects("/a.xml", 302, "/b.xml").redirects("/b.xml", 302, "/a.xml");

        assertThat(problem("/a.xml")).contains("redirects more than 5 times");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://harbour.example/", "gopher://127.0.0.1:25/", "jar:http://x!/y", ""})
    void followsNoRedirectOutOfTheWeb(String location) {
        site.redirects("/old.xml", 301, location);

        assertThat(problem("/old.xml")).contains("which is no http or https address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/rss.xml",
                "http://localhost:%d/rss.xml",
                "http://2130706433:%d/rss.xml",
                "http://[::1]:%d/rss.xml",
                "http://[::ffff:127.0.0.1]:%d/rss.xml",
                "http://[64:ff9b::7f00:1]:%d/rss.xml",
                "http://0.0.0.0:%d/rss.xml",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/",
            })
    void connectsToNoPrivateAddress(String address) throws IOException {
        fetcher.close();
        fetcher = fetcher(Duration.ofSeconds(30), InetAddress::getAllByName, "intranet.example");
        site.serves("/rss.xml", "<rss/>");

        var download = fetcher.fetch(address.formatted(site.port()), Fetcher.Seen.NOTHING);

        assertThat(download).isInstanceOf(Download.Refused.class);
        assertThat(((Download.Refused) download).problem()).contains("is not on the public internet");
        assertThat(site.requests()).isEmpty();
    }

    @Test
    void connectsToNoPrivateAddressByRedirect() {
        try (var intranet = new Site()) {
            intranet.serves("/secret", "<rss/>");
            site.redirects("/rss.xml", 302, intranet.address("/secret"));

            assertThat(problem("/rss.xml")).contains("127.0.0.1 is not on the public internet");
            assertThat(intranet.requests()).isEmpty();
        }
    }

    @Test
    void entersTheOwnNetworkByNoRedirectFromElsewhere() throws IOException {
        try (var intranet = new Site()) {
            fetcher.close();
            fetcher = fetcher(
                    Duration.ofSeconds(30), InetAddress::getAllByName, site.host(), "127.0.0.1", intranet.host());
            intranet.serves("/secret", "<rss/>");
            site.redirects("/rss.xml", 302, intranet.address("/secret"));

            assertThat(problem("/rss.xml")).contains("never by a redirect from elsewhere");
            assertThat(intranet.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://intranet/a, http://intranet:80/b, intranet, true",
        "https://intranet/a, https://INTRANET:443/b, intranet:443, true",
        "http://intranet/a, https://intranet/b, intranet, false",
        "http://intranet:8080/a, http://intranet:8081/b, intranet, false",
        "http://intranet/a, http://intranet/b, intranet:8080, false",
        "http://intranet/a, http://other/b, intranet, false",
        "http://news.example/a, http://intranet/b, intranet, false",
        "http://[::1]/a, http://[::1]/b, ::1, true",
        "http://[::1]/a, http://[::ffff:127.0.0.1]/b, ::1, false",
        "http://[::1]:8080/a, http://[::1]:8080/b, [::1]:8080, true",
    })
    void countsAsTheOwnNetworkOnlyTheSourcesOwnHostAndPort(String source, String address, String allowed, boolean own) {
        assertThat(new OwnNetwork(List.of(allowed)).holds(URI.create(address), URI.create(source)))
                .isEqualTo(own);
    }

    @Test
    void connectsToTheAddressThatItCheckedWhateverTheNameMeansNext() throws IOException {
        var lookups = new AtomicInteger();
        fetcher.close();
        fetcher = fetcher(
                Duration.ofSeconds(30),
                host -> {
                    lookups.incrementAndGet();
                    return new InetAddress[] {InetAddress.getByAddress(host, LOOPBACK)};
                },
                "harbour.example:" + site.port());
        site.serves("/rss.xml", "<rss/>");

        var download = fetcher.fetch("http://harbour.example:" + site.port() + "/rss.xml", Fetcher.Seen.NOTHING);

        assertThat(download).isInstanceOf(Download.Arrived.class);
        assertThat(lookups).hasValue(1);
        assertThat(site.lastRequest("Host")).isEqualTo("harbour.example:" + site.port());
    }

    @Test
    void checksANameAgainAtEachHop() throws IOException {
        var lookups = new AtomicInteger();
        fetcher.close();
        fetcher = fetcher(
                Duration.ofSeconds(30),
                host -> {
                    var address =
                            lookups.incrementAndGet() == 1 ? new byte[] {93, (byte) 184, (byte) 216, 34} : LOOPBACK;
                    return new InetAddress[] {
                        InetAddress.getByAddress(host, address), InetAddress.getByAddress(host, LOOPBACK)
                    };
                },
                site.host());
        site.redirects("/rss.xml", 302, "http://rebinding.example:" + site.port() + "/again.xml")
                .serves("/again.xml", "<rss/>");

        assertThat(problem("/rss.xml")).contains("not on the public internet");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | perhaps a bot wall. Ask whoever runs the site",
                "401 | it wants a login",
                "404 | there is nothing at that address",
                "410 | the feed is gone for good",
                "429 | it was asked too often",
                "500 | the site has a fault of its own",
                "418 | that is no feed",
            })
    void saysWhatARefusalMeans(int status, String meaning) {
        site.answers("/rss.xml", status, Map.of(), new byte[0]);

        assertThat(problem("/rss.xml")).contains("answered " + status).contains(meaning);
    }

    @ParameterizedTest
    @CsvSource({"120, PT2M", "'Mon, 02 Mar 2026 08:00:00 GMT', PT1H", "999999999, P30D"})
    void tellsHowLongASiteWantsToBeLeftAlone(String written, Duration wait) {
        site.answers("/rss.xml", 503, Map.of("Retry-After", written), new byte[0]);

        var refused = (Download.Refused) fetcher.fetch(site.address("/rss.xml"), Fetcher.Seen.NOTHING);

        assertThat(refused.retryAfter()).contains(wait);
    }

    @Test
    void saysThatNobodyAnswers() {
        var address = site.address("/rss.xml");
        site.close();

        assertThat(((Download.Refused) fetcher.fetch(address, Fetcher.Seen.NOTHING)).problem())
                .startsWith(address + " could not be read: ");
    }

    @Test
    void saysThatThereIsNoSuchHost() throws IOException {
        fetcher.close();
        fetcher = fetcher(
                Duration.ofSeconds(30),
                host -> {
                    throw new java.net.UnknownHostException(host);
                },
                "");

        assertThat(((Download.Refused) fetcher.fetch("http://harbour.invalid/", Fetcher.Seen.NOTHING)).problem())
                .startsWith("http://harbour.invalid/: there is no host of that name");
    }

    private Fetcher fetcher(Duration timeout, GuardedResolver.Lookup lookup, String... allowed) {
        return new Fetcher(
                new SourceSettings(1500, DataSize.ofMegabytes(10), timeout, Duration.ofSeconds(30), List.of(allowed)),
                clock,
                lookup);
    }

    private Download.Arrived arrived(String path) {
        return (Download.Arrived) fetcher.fetch(site.address(path), Fetcher.Seen.NOTHING);
    }

    private String problem(String path) {
        return ((Download.Refused) fetcher.fetch(site.address(path), Fetcher.Seen.NOTHING)).problem();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
