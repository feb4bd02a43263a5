package org.keepreading.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/** Domains whose mail servers are of one operator are one receiver. */
class ReceiversTest {
    private static final Map<String, String> MX = Map.of(
            "gmail.com.", "gmail-smtp-in.l.google.com.",
            "harbour.example.", "ASPMX.l.google.com.",
            "quay.example.", "quay-example.mail.protection.outlook.com.",
            "pier.example.", "mx1.mail.example.co.uk.");
    private final Receivers receivers = new Receivers(ReceiversTest::lookup);

    @Test
    void areOneWhereTheirMailServersAreOfOneOperator() {
        assertThat(Stream.of("gmail.com", "harbour.example", "quay.example", "pier.example")
                        .map(receivers::of))
                .containsExactly("google.com", "google.com", "outlook.com", "example.co.uk");
    }

    @Test
    void areTheDomainItselfWhereNoNameServerAnswers() {
        assertThat(receivers.of("nowhere.example")).isEqualTo("nowhere.example");
        assertThat(receivers.of("no..name")).isEqualTo("no..name");
    }

    @Test
    void areWaitedForByNobodyWhoSends() {
        var silent = new Receivers(name -> new CompletableFuture<>());

        assertThat(silent.of("gmail.com")).isEqualTo("gmail.com");
    }

    @Test
    void haveTheRateOfTheSlowestDomainThatNamesThem() {
        var rates = DomainRates.valueOf("gmail.com: 20/s, harbour.example: 10/s, quay.example: 5/s");

        assertThat(rates.byReceiver(receivers).entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().toMillis()))
                .containsExactlyInAnyOrder("google.com 100", "outlook.com 200");
    }

    private static CompletableFuture<List<Record>> lookup(Name name) {
        var host = MX.get(name.toString());
        if (host == null) {
            return CompletableFuture.failedFuture(new IOException("SERVFAIL"));
        }
        try {
            Record record = new MXRecord(name, DClass.IN, 300, 10, Name.fromString(host));
            return CompletableFuture.completedFuture(List.of(record));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
