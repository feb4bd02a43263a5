package org.keepreading.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupResult;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;
import org.xbill.DNS.lookup.ServerFailedException;

/** Looks records up. It waits no longer than it was told, and no more than twice for a server that does not answer. */
@Component
class Dns {
    private static final int SILENCES = 2;
    private final DoctorSettings settings;
    private final AtomicInteger silences = new AtomicInteger();

    Dns(DoctorSettings settings) {
        this.settings = settings;
    }

    /** Each record's strings, joined. */
    DnsAnswer txt(String name) {
        return answer(name, Type.TXT);
    }

    /** The hosts that take a domain's mail; "." stands for none. */
    DnsAnswer mx(String domain) {
        return answer(domain, Type.MX);
    }

    /** IPv4 and IPv6. */
    DnsAnswer addresses(String host) {
        var four = answer(host, Type.A);
        var six = answer(host, Type.AAAA);
        return new DnsAnswer(
                four.isKnown() && six.isKnown(),
                List.of(four, six).stream()
                        .flatMap(answer -> answer.values().stream())
                        .toList());
    }

    /** The names that an address says are its own. */
    DnsAnswer names(InetAddress address) {
        return answer(ReverseMap.fromAddress(address), Type.PTR);
    }

    private DnsAnswer answer(String name, int type) {
        try {
            return answer(Name.fromString(name, Name.root), type);
        } catch (TextParseException e) {
            return DnsAnswer.NONE;
        }
    }

    private DnsAnswer answer(Name name, int type) {
        if (silences.get() >= SILENCES) {
            return DnsAnswer.UNKNOWN;
        }
        try {
            var found = lookup(name, type);
            silences.set(0);
            return new DnsAnswer(
                    true, found.getRecords().stream().map(Dns::text).toList());
        } catch (ExecutionException e) {
            return explained(e.getCause());
        } catch (TimeoutException | IOException e) {
            return silence();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DnsAnswer.UNKNOWN;
        }
    }

    private LookupResult lookup(Name name, int type)
            throws IOException, ExecutionException, InterruptedException, TimeoutException {
        return LookupSession.builder()
                .resolver(resolver())
                .build()
                .lookupAsync(name, type)
                .toCompletableFuture()
                .get(2 * settings.patience().toMillis(), TimeUnit.MILLISECONDS);
    }

    private DnsAnswer explained(@Nullable Throwable cause) {
        if (cause instanceof NoSuchDomainException || cause instanceof NoSuchRRSetException) {
            silences.set(0);
            return DnsAnswer.NONE;
        }
        return cause instanceof ServerFailedException ? DnsAnswer.UNKNOWN : silence();
    }

    private DnsAnswer silence() {
        silences.incrementAndGet();
        return DnsAnswer.UNKNOWN;
    }

    private Resolver resolver() throws UnknownHostException {
        var resolver = settings.nameServer().isBlank() ? new ExtendedResolver() : named();
        resolver.setTimeout(settings.patience());
        return resolver;
    }

    private Resolver named() throws UnknownHostException {
        var server = settings.nameServer().strip();
        var colon = server.lastIndexOf(':');
        if (colon < 0 || server.indexOf(':') < colon) {
            return new SimpleResolver(server);
        }
        var resolver = new SimpleResolver(server.substring(0, colon));
        resolver.setPort(Integer.parseInt(server.substring(colon + 1)));
        return resolver;
    }

    private static String text(Record record) {
        if (record instanceof TXTRecord txt) {
            return String.join("", txt.getStrings());
        }
        return record instanceof MXRecord mx ? mx.getTarget().toString() : record.rdataToString();
    }
}
