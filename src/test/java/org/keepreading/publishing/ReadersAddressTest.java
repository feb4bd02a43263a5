package org.keepreading.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.publishing.Trouble.Weight;

/** Links that readers can't follow stop a send: mail that left with them can't be mended. */
class ReadersAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080,          is known on your own machine or network alone",
        "https://LOCALHOST,              is known on your own machine or network alone",
        "https://localhost.,             is known on your own machine or network alone",
        "https://news.harbour.local,     is known on your own machine or network alone",
        "https://news.harbour.internal,  is known on your own machine or network alone",
        "https://news.localdomain,       is known on your own machine or network alone",
        "https://news.harbour.pt:84430,  there is no port 84430",
        "https://news.harbour.pt:0,      there is no port 0",
        "https://box.home.arpa,          is known on your own machine or network alone",
        "https://127.0.0.1,              127.0.0.1 is an address of your own network",
        "https://127.1:8443,             it names no host of the internet",
        "https://10.20.30.40,            10.20.30.40 is an address of your own network",
        "https://192.168.1.7,            192.168.1.7 is an address of your own network",
        "https://100.64.0.1,             100.64.0.1 is an address of your own network",
        "https://[::1],                  [::1] is an address of your own network",
        "https://[fd00::7],              [fd00::7] is an address of your own network",
        "https://newsserver,             '\"newsserver\" is no host name of the internet'",
        "https://news.1,                 it names no host of the internet",
        "https:///news,                  it names no host of the internet",
        "http://news.harbour.pt,         unsubscribing by one click needs https",
        "http://93.184.216.34,           unsubscribing by one click needs https",
    })
    void stopsASendWhereReadersCannotFollow(URI address, String because) {
        var trouble = new ReadersAddress(address).trouble();

        assertThat(trouble).hasValueSatisfying(found -> {
            assertThat(found.stops()).isTrue();
            assertThat(found.sentence())
                    .startsWith("Readers can't use links to " + address + ": ")
                    .contains(because)
                    .contains("Set keepreading.public-url to the https address");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://news.harbour.pt", "https://news.harbour.pt:8443/daily", "https://xn--hfen-noa.xn--p1ai"
            })
    void findsNothingWrongWithAnAddressOfTheInternet(URI address) {
        assertThat(new ReadersAddress(address).trouble()).isEmpty();
    }

    @Test
    void onlyWarnsOfANameThatStandsInExamples() {
        assertThat(new ReadersAddress(URI.create("https://news.example.org")).trouble())
                .map(Trouble::weight)
                .hasValue(Weight.WARNS);
    }
}
