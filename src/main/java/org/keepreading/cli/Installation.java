package org.keepreading.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.home.AtHome;
import org.keepreading.home.Errand;
import org.keepreading.home.Home;
import org.keepreading.web.demo.MailCatcher;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * The program with its database, started as much as a command needs.
 *
 * @param program the Spring Boot application
 * @param settings "key=value", stronger than any file
 * @param home which folder it is at, once the command line is read
 * @param notes is told in a line what somebody should know before the command's answer
 */
record Installation(Class<?> program, List<String> settings, HomeOption home, Consumer<String> notes) {
    private static final int INTERRUPTED = 130;
    private static final String STOPPED =
            "Stopped before the end. What is done stays done, and the same command again does the rest.";

    /** A command answers in its own words. */
    private static final Map<String, Object> TROUBLE_ALONE = Map.of("logging.level.org.keepreading", "warn");

    Installation set(String... more) {
        var all = Stream.concat(settings.stream(), Stream.of(more)).toList();
        return new Installation(program, all, home, notes);
    }

    /** What a command does with the program while that is open. */
    interface Deed<T, E extends Exception> {
        T with(App app) throws E;
    }

    /**
     * Opens the program for a deed, and closes it.
     *
     * @throws org.keepreading.home.NothingHere where there is no installation
     */
    <T, E extends Exception> T with(Deed<T, E> deed) throws E {
        return with(Errand.USE, deed);
    }

    /** The same for one that brings something in: where there is no installation, one begins. */
    <T, E extends Exception> T withOrBegin(Deed<T, E> deed) throws E {
        return with(Errand.BEGIN, deed);
    }

    /** The same for one that says what it finds, and mends nothing. */
    <T, E extends Exception> T inspecting(Deed<T, E> deed) throws E {
        return with(Errand.INSPECT, deed);
    }

    private <T, E extends Exception> T with(Errand errand, Deed<T, E> deed) throws E {
        try (var running = open(errand)) {
            return deed.with(running.app());
        }
    }

    /** For whoever closes it: no web pages, no scheduler, no senders, and only the beans that are asked for. */
    Running open() {
        return open(Errand.USE);
    }

    private Running open(Errand errand) {
        var stopped = new CountDownLatch(1);
        var opened = new CompletableFuture<Running>();
        StopSignals.run(() -> {
            stopped.countDown();
            notes.accept(STOPPED);
            opened.join().context().close(); // half-opened is nothing that could be closed
            System.exit(INTERRUPTED);
        });
        var running = new Running(context(errand), stopped);
        opened.complete(running);
        running.awaitEndIfStopped();
        return running;
    }

    private ConfigurableApplicationContext context(Errand errand) {
        var context = builder(program, errand)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties(Map.of("spring.quartz.auto-startup", "false"))
                .properties(TROUBLE_ALONE)
                .run(arguments());
        checkValues(context);
        return context;
    }

    /** A command that makes no use of a setting says all the same that it is wrong. */
    private static void checkValues(ConfigurableApplicationContext context) {
        try {
            Stream.of(context.getBeanNamesForAnnotation(ConfigurationProperties.class))
                    .filter(bean -> isSettings(context.getType(bean, false)))
                    .forEach(context::getBean);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** And not what is made by them, as a pool of connections. */
    private static boolean isSettings(@Nullable Class<?> type) {
        return type != null && type.isAnnotationPresent(ConfigurationProperties.class);
    }

    /** What is set, and nothing started: for a command that must have the database to itself. */
    Environment settingsAlone() {
        try (var context = builder(Nothing.class, Errand.READ)
                .web(WebApplicationType.NONE)
                .properties(TROUBLE_ALONE)
                .run(arguments())) {
            return context.getEnvironment();
        }
    }

    /** Everything: pages, scheduler and senders. */
    Running start() {
        return closedBySignals(builder(program, Errand.BEGIN).run(arguments()));
    }

    /** Everything, with a mail catcher in the relay's place, in a home where nothing is and nothing will be. */
    Running startDemo(DemoSettings demo) {
        var nowhere = new Home(Path.of(System.getProperty("java.io.tmpdir"), "keepreading-demo-" + UUID.randomUUID()));
        return closedBySignals(bare(program, nowhere)
                .profiles("demo")
                .properties(TROUBLE_ALONE)
                .initializers(demo, new AtHome(nowhere, Errand.BEGIN, notes))
                .initializers(MailCatcher::install)
                .run(arguments()));
    }

    private static Running closedBySignals(ConfigurableApplicationContext context) {
        StopSignals.run(context::close);
        return new Running(context);
    }

    private String[] arguments() {
        return settings.stream().map(setting -> "--" + setting).toArray(String[]::new);
    }

    private SpringApplicationBuilder builder(Class<?> application, Errand errand) {
        return bare(application, home.home()).initializers(new SettingsCheck(), new AtHome(home.home(), errand, notes));
    }

    private static SpringApplicationBuilder bare(Class<?> application, Home home) {
        // H2's AUTO_SERVER listens for this machine's other processes alone
        System.setProperty("h2.bindAddress", "127.0.0.1");
        return new SpringApplicationBuilder(application)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(home.settingsLocations());
    }

    /** A program without parts. */
    private static final class Nothing {}
}
