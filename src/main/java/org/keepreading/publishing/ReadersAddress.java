package org.keepreading.publishing;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keepreading.source.Networks;

/** Whether readers can open what begins with this address, as far as an address tells by itself. */
record ReadersAddress(URI url) {
    private static final int LAST_PORT = 65_535;
    private static final Pattern LITERAL = Pattern.compile("\\[.*]|\\d+(\\.\\d+){3}");
    private static final Pattern INTERNET_NAME = Pattern.compile("([a-z0-9_-]+\\.)+([a-z]{2,}|xn--[a-z0-9-]+)");

    /** Names that lead nowhere, or to the reader's own machine or network (RFC 6761, 6762, 8375, 9476 and common use). */
    private static final Pattern OWN_NETWORK = Pattern.compile(
            "(.*\\.)?(localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\\.arpa|invalid|alt)");

    /** Copied from somebody's instructions (RFC 2606). */
    private static final Pattern FOR_EXAMPLES = Pattern.compile("(.*\\.)?example\\.(com|net|org|edu)");

    /** Why readers can't, and what to do. */
    Optional<Trouble> trouble() {
        return why().map(why -> Trouble.stop("Readers can't use links to " + url + ": " + why
                        + " Set keepreading.public-url to the https address at which they reach this installation."
                        + " To try it out, \"send --test ADDRESS\" sends to you alone."))
                .or(this::doubt);
    }

    private Optional<String> why() {
        var host = host();
        if (host == null) {
            return Optional.of("it names no host of the internet.");
        }
        if (url.getPort() == 0 || url.getPort() > LAST_PORT) {
            return Optional.of("there is no port " + url.getPort() + ".");
        }
        if (LITERAL.matcher(host).matches()) {
            return isPublic(host) ? scheme() : Optional.of(host + " is an address of your own network.");
        }
        if (OWN_NETWORK.matcher(host).matches()) {
            return Optional.of("\"" + host + "\" is known on your own machine or network alone.");
        }
        return INTERNET_NAME.matcher(host).matches()
                ? scheme()
                : Optional.of("\"" + host + "\" is no host name of the internet.");
    }

    private @Nullable String host() {
        var host = url.getHost();
        return host == null ? null : host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    }

    private Optional<String> scheme() {
        return "https".equalsIgnoreCase(url.getScheme())
                ? Optional.empty()
                : Optional.of(
                        "unsubscribing by one click needs https (RFC 8058), and mail programs warn of other links.");
    }

    private static boolean isPublic(String literal) {
        try {
            return Networks.isPublic(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private Optional<Trouble> doubt() {
        return FOR_EXAMPLES.matcher(String.valueOf(host())).matches()
                ? Optional.of(Trouble.warning(url + " is an address for examples, which nobody can open."
                        + " Set keepreading.public-url to the https address at which readers reach this installation."))
                : Optional.empty();
    }
}
