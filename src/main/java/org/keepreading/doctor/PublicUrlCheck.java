package org.keepreading.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.keepreading.edition.PublicUrl;
import org.springframework.stereotype.Component;

/** Whether readers, and the mail programs' unsubscribe buttons, reach this installation at its public address. */
@Component
class PublicUrlCheck implements Check {
    private static final String ADDRESS = "Public address";
    private static final String ONE_CLICK = "One-click unsubscribing";

    /** What the page says that answers a link which nobody was sent. */
    private static final String OUR_ANSWER = "This link is not complete";

    private final PublicUrl publicUrl;
    private final DoctorSettings settings;
    private final Clock clock;

    PublicUrlCheck(PublicUrl publicUrl, DoctorSettings settings, Clock clock) {
        this.publicUrl = publicUrl;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings() {
        try {
            var looked = send(HttpRequest.newBuilder().GET());
            var clicked = send(HttpRequest.newBuilder().POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));
            return findings(looked, clicked);
        } catch (IOException e) {
            return List.of(Finding.problem(
                    ADDRESS,
                    publicUrl.publicUrl() + " can't be reached: " + why(e) + ".",
                    "Start the server, and look at the proxy, the firewall and keepreading.public-url."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static String why(IOException problem) {
        return problem instanceof ConnectException ? "nobody answers there" : Deepest.words(problem);
    }

    private List<Finding> findings(HttpResponse<String> looked, HttpResponse<String> clicked) {
        var findings = new ArrayList<>(List.of(address(), oneClick(looked, clicked)));
        looked.sslSession()
                .flatMap(session -> certificates(session).findFirst())
                .map(shown -> new Expiry(clock).finding("Certificate of the public address", shown))
                .ifPresent(findings::add);
        looked.headers()
                .firstValue("Date")
                .map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from))
                .map(date -> ClockCheck.finding("Clock and public address", clock.instant(), "the web server's", date))
                .ifPresent(findings::add);
        return findings;
    }

    private Finding address() {
        return "https".equals(publicUrl.publicUrl().getScheme())
                ? Finding.ok(ADDRESS, publicUrl.publicUrl() + " answers.")
                : Finding.problem(
                        ADDRESS,
                        publicUrl.publicUrl() + " answers, but not by https, which one-click unsubscribing needs.",
                        "Put a proxy with a certificate before it, and set keepreading.public-url to its address.");
    }

    /** A link that nobody was sent: both must say so, and a button's POST must come through as well as a look. */
    private Finding oneClick(HttpResponse<String> looked, HttpResponse<String> clicked) {
        if (isOurs(looked) && isOurs(clicked)) {
            return Finding.ok(ONE_CLICK, "The buttons of mail programs reach it.");
        }
        return Finding.problem(
                ONE_CLICK,
                "%s answers a look with status %d and a button's POST with %d, and not as this installation does."
                        .formatted(link(), looked.statusCode(), clicked.statusCode()),
                "Have the proxy pass all below /unsubscribe/ on, POST too, to this installation and nowhere else.");
    }

    private static boolean isOurs(HttpResponse<String> answer) {
        return answer.statusCode() == 404 && answer.body().contains(OUR_ANSWER);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().connectTimeout(settings.patience()).build();
        return client.send(
                request.uri(link())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(settings.patience())
                        .build(),
                BodyHandlers.ofString());
    }

    private URI link() {
        return URI.create(publicUrl.of("/unsubscribe/doctor"));
    }

    private static Stream<X509Certificate> certificates(SSLSession session) {
        try {
            return Stream.of(session.getPeerCertificates())
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast);
        } catch (SSLPeerUnverifiedException e) {
            return Stream.empty();
        }
    }
}
