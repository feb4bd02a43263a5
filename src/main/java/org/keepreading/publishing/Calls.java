package org.keepreading.publishing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Calls the addresses that the operator set: theirs to choose, so into their own network as well. */
@Component
class Calls {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /** @throws IOException where it is not answered with 2xx in time; names the host alone, as the rest may be secret */
    void get(URI address) throws IOException {
        call(HttpRequest.newBuilder(address).GET(), address);
    }

    /** The same with a body. */
    void post(URI address, String json) throws IOException {
        call(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                address);
    }

    private void call(HttpRequest.Builder request, URI address) throws IOException {
        try {
            var status = http.send(request.timeout(ANSWER).build(), BodyHandlers.discarding())
                    .statusCode();
            if (status / 100 != 2) {
                throw new IOException(address.getHost() + " answers with status " + status + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(address.getHost() + " was not waited for.", e);
        } catch (IOException e) {
            throw String.valueOf(e.getMessage()).startsWith(address.getHost() + " ")
                    ? e
                    : new IOException(
                            address.getHost() + " gives no answer ("
                                    + e.getClass().getSimpleName() + ").",
                            e);
        }
    }
}
