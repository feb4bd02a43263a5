package org.keepreading.node;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/** What stays the same about this process as long as it lives. */
record NodeFacts(String name, String role, String version, Instant startedAt) {

    /** @param name empty: after the host and the process */
    NodeFacts(String name, String role, Instant startedAt) {
        this(name.isEmpty() ? ofThisProcess() : name, role, versionOfThisProgram(), startedAt);
    }

    private static String ofThisProcess() {
        return host() + ":" + ProcessHandle.current().pid();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static String versionOfThisProgram() {
        var version = NodeFacts.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
