package org.keepreading.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Fetches a feed from the public internet: follows redirects itself, so that each hop is checked, and stops in time. */
@Component
class Fetcher implements AutoCloseable {
    private static final String FEEDS =
            "application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1";
    private static final String PICTURES = "image/jpeg, image/png, image/gif, image/webp";
    private static final int HOPS = 5;
    /** As good as no limit: where a few that do not answer take them all, nobody else is asked. */
    private static final int MOST_CONNECTIONS = 1_000;

    private final SourceSettings settings;
    private final Clock clock;
    private final OwnNetwork ownNetwork;
    private final CloseableHttpClient publicSites;
    private final CloseableHttpClient ownSites;

    @Autowired
    Fetcher(SourceSettings settings, Clock clock) {
        this(settings, clock, InetAddress::getAllByName);
    }

    Fetcher(SourceSettings settings, Clock clock, GuardedResolver.Lookup lookup) {
        this.settings = settings;
        this.clock = clock;
        this.ownNetwork = new OwnNetwork(settings.allowedPrivateHosts());
        this.publicSites = client(settings, new GuardedResolver(lookup, Networks::isPublic));
        this.ownSites = client(settings, new GuardedResolver(lookup, any -> true));
    }

    private static CloseableHttpClient client(SourceSettings settings, GuardedResolver resolver) {
        var patience = Timeout.of(settings.timeout());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(patience)
                        .setSocketTimeout(patience)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("KeepReading/0.1 (newsletter digests)")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /**
     * The first bytes of a picture; empty where it can't be had, for whatever reason.
     *
     * @param source whose it is: into our own network it gets no further than that one
     * @param patience for all of it, redirects and all
     */
    Optional<byte[]> beginning(String address, String source, int most, Duration patience) {
        var picture = new Wanted(PICTURES, patience, (hops, at, response) -> began(response, most));
        return fetch(address, source, Seen.NOTHING, picture) instanceof Download.Began began
                ? Optional.of(began.bytes().array())
                : Optional.empty();
    }

    private static Download began(ClassicHttpResponse response, int most) throws IOException {
        var entity = response.getEntity();
        return new Download.Began(ByteBuffer.wrap(
                entity == null ? new byte[0] : entity.getContent().readNBytes(most)));
    }

    /** @param seen what the last fetch brought, so that the site need not send it again */
    Download fetch(String address, Seen seen) {
        return fetch(address, address, seen, new Wanted(FEEDS, settings.timeout(), Hops::arrived));
    }

    private Download fetch(String address, String source, Seen seen, Wanted wanted) {
        try {
            return new Hops(seen, wanted, URI.create(source)).from(address);
        } catch (FeedProblem e) {
            return refused(String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            return refused(
                    address + ": there is no host of that name, or no name server answered. Look at the address.");
        } catch (SSLException e) {
            return refused(
                    "%s: the connection cannot be trusted (%s). Ask whoever runs the site to look at its certificate."
                            .formatted(address, e.getMessage()));
        } catch (InterruptedIOException e) {
            return tooSlow(address);
        } catch (IOException | HttpException e) {
            return refused("%s could not be read: %s.".formatted(address, e.getMessage()));
        }
    }

    private static Download refused(String problem) {
        return new Download.Refused(problem, Optional.empty());
    }

    private Download tooSlow(String address) {
        return refused("%s did not send all within %d s. keepreading.source.timeout is the limit."
                .formatted(address, settings.timeout().toSeconds()));
    }

    @Override
    public void close() throws IOException {
        publicSites.close();
        ownSites.close();
    }

    /** What a site should know of our last visit. */
    record Seen(@Nullable String etag, @Nullable String lastModified) {
        static final Seen NOTHING = new Seen(null, null);
    }

    /** One fetch, from redirect to redirect, within one time limit. */
    private final class Hops {
        private final Seen seen;
        private final Wanted wanted;
        private final URI source;
        private final long deadline;
        private @Nullable String movedTo;
        private boolean onlyMoves = true;

        Hops(Seen seen, Wanted wanted, URI source) {
            this.seen = seen;
            this.wanted = wanted;
            this.source = source;
            this.deadline = System.nanoTime() + wanted.patience().toNanos();
        }

        Download from(String address) throws IOException, HttpException {
            var next = address;
            for (var hop = 0; hop <= HOPS; hop++) {
                var answer = ask(next);
                if (answer.download() != null) {
                    return answer.download();
                }
                next = answer.redirect();
            }
            return refused("%s redirects more than %d times. Look where it leads in a browser, and use that address."
                    .formatted(address, HOPS));
        }

        private Answer ask(String address) throws IOException, HttpException {
            var request = request(address);
            var alarm = CompletableFuture.runAsync(
                    request::cancel,
                    CompletableFuture.delayedExecutor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
            try (var response = client(address).executeOpen(RoutingSupport.determineHost(request), request, null)) {
                return answerThenHangUp(address, request, response);
            } catch (IOException e) {
                throw System.nanoTime() >= deadline ? new InterruptedIOException("too slow") : e;
            } finally {
                alarm.cancel(false);
            }
        }

        private CloseableHttpClient client(String address) {
            return ownNetwork.holds(URI.create(address), source) ? ownSites : publicSites;
        }

        /** Hangs up before the response is closed, which would read what is left of it, be that without end. */
        private Answer answerThenHangUp(String address, HttpGet request, ClassicHttpResponse response)
                throws IOException {
            try {
                return answer(address, response);
            } finally {
                request.cancel();
            }
        }

        private HttpGet request(String address) {
            var request = new HttpGet(URI.create(address));
            request.setHeader("Accept", wanted.accept());
            request.setHeader("Accept-Encoding", "gzip");
            if (seen.etag() != null) {
                request.setHeader("If-None-Match", seen.etag());
            }
            if (seen.lastModified() != null) {
                request.setHeader("If-Modified-Since", seen.lastModified());
            }
            return request;
        }

        private Answer answer(String address, ClassicHttpResponse response) throws IOException {
            return switch (response.getCode()) {
                case 200, 203 -> new Answer(wanted.body().read(this, address, response), "");
                case 304 -> new Answer(new Download.NotModified(), "");
                case 301, 302, 303, 307, 308 -> new Answer(null, redirect(address, response));
                default -> new Answer(Statuses.refusal(address, response, clock.instant()), "");
            };
        }

        private Download arrived(String address, ClassicHttpResponse response) throws IOException {
            var entity = response.getEntity();
            var content = entity == null ? InputStream.nullInputStream() : entity.getContent();
            var charset = entity == null ? null : charset(entity.getContentType());
            return new Download.Arrived(
                    address,
                    Spool.of(address, content, new Unpacking(settings.maximumSize())),
                    charset,
                    movedTo,
                    header(response, "ETag"),
                    header(response, "Last-Modified"));
        }

        private String redirect(String address, ClassicHttpResponse response) {
            var location = header(response, "Location");
            var next = LinkRepair.absolute(address, location == null ? "" : location)
                    .orElseThrow(() -> new FeedProblem(
                            "%s redirects to \"%s\", which is no http or https address.".formatted(address, location)));
            onlyMoves = onlyMoves && (response.getCode() == 301 || response.getCode() == 308);
            if (onlyMoves) {
                movedTo = next;
            }
            return next;
        }
    }

    /** What is asked for, how long it may take, and what is made of the answer. */
    private record Wanted(String accept, Duration patience, Body body) {}

    private interface Body {
        Download read(Hops hops, String address, ClassicHttpResponse response) throws IOException;
    }

    /** A download, or where to go instead. */
    private record Answer(@Nullable Download download, String redirect) {}

    private static @Nullable String charset(@Nullable String contentType) {
        var type = ContentType.parseLenient(contentType);
        return type == null || type.getParameter("charset") == null ? null : type.getParameter("charset");
    }

    static @Nullable String header(ClassicHttpResponse response, String name) {
        var header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
