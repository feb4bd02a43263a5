package org.keepreading.cli;

import java.lang.reflect.Proxy;

/**
 * Lets the program close itself on SIGTERM, on SIGINT, and on SIGHUP, which a terminal that is closed sends, before the JVM begins to shut down: then H2 closes its database at
 * once, in the middle of what the senders record. (AUTO_SERVER forbids DB_CLOSE_ON_EXIT=FALSE.)
 */
final class StopSignals {
    private StopSignals() {}

    /** By reflection, as javac warns of sun.misc without a way to allow it; the module jdk.unsupported exports it. */
    static void run(Runnable deed) {
        try {
            handle("TERM", deed);
            handle("INT", deed);
            handle("HUP", deed); // under nohup it stays ignored: the JVM keeps to that
        } catch (ReflectiveOperationException e) {
            // a JVM without signals: its shutdown hooks have to do
        }
    }

    private static void handle(String name, Runnable deed) throws ReflectiveOperationException {
        var signal = Class.forName("sun.misc.Signal");
        var handler = Class.forName("sun.misc.SignalHandler");
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), handler(handler, deed));
    }

    private static Object handler(Class<?> type, Runnable deed) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == type) {
                deed.run();
            }
            return null;
        });
    }
}
