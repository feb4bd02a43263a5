package org.keepreading.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
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
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Model.CommandSpec;

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

    /** A command answers in its own words. */
    private static final Map<String, Object> TROUBLE_ALONE = Map.of("logging.level.org.keepreading", "warn");

    Installation with(String... more) {
        var all = Stream.concat(settings.stream(), Stream.of(more)).toList();
        return new Installation(program, all, home, notes);
    }

    /**
     * For a command: no web pages, no scheduler, no senders, and only the beans that are asked for.
     *
     * @throws org.keepreading.home.NothingHere where there is no installation
     */
    ConfigurableApplicationContext open() {
        return open(Errand.USE);
    }

    /** The same for a command that brings something in: where there is no installation, one begins. */
    ConfigurableApplicationContext openOrBegin() {
        return open(Errand.BEGIN);
    }

    /** The same for one that says what it finds, and mends nothing. */
    ConfigurableApplicationContext openToInspect() {
        return open(Errand.INSPECT);
    }

    private ConfigurableApplicationContext open(Errand errand) {
        var running = builder(program, errand)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties(Map.of("spring.quartz.auto-startup", "false"))
                .properties(TROUBLE_ALONE)
                .run(arguments());
        checkValues(running);
        StopSignals.run(() -> {
            running.close();
            System.exit(INTERRUPTED);
        });
        return running;
    }

    /** A command that makes no use of a setting says all the same that it is wrong. */
    private static void checkValues(ConfigurableApplicationContext running) {
        try {
            Stream.of(running.getBeanNamesForAnnotation(ConfigurationProperties.class))
                    .filter(bean -> isSettings(running.getType(bean, false)))
                    .forEach(running::getBean);
        } catch (RuntimeException e) {
            running.close();
            throw e;
        }
    }

    /** And not what is made by them, as a pool of connections. */
    private static boolean isSettings(@Nullable Class<?> type) {
        return type != null && type.isAnnotationPresent(ConfigurationProperties.class);
    }

    /**
     * For a command that does one thing and says so.
     *
     * @param deed gives what to say
     * @return the exit status
     */
    int saying(CommandSpec command, Function<ApplicationContext, Object> deed) {
        try (var app = open()) {
            command.commandLine().getOut().println(deed.apply(app));
            return 0;
        }
    }

    /** What is set, and nothing started: for a command that must have the database to itself. */
    ConfigurableApplicationContext settingsAlone() {
        return builder(Nothing.class, Errand.READ)
                .web(WebApplicationType.NONE)
                .properties(TROUBLE_ALONE)
                .run(arguments());
    }

    /** Everything: pages, scheduler and senders. */
    ConfigurableApplicationContext start() {
        return closedBySignals(builder(program, Errand.BEGIN).run(arguments()));
    }

    /** Everything, with a mail catcher in the relay's place, in a home where nothing is and nothing will be. */
    ConfigurableApplicationContext startDemo(DemoSettings demo) {
        var nowhere = new Home(Path.of(System.getProperty("java.io.tmpdir"), "keepreading-demo-" + UUID.randomUUID()));
        return closedBySignals(bare(program, nowhere)
                .profiles("demo")
                .properties(TROUBLE_ALONE)
                .initializers(demo, new AtHome(nowhere, Errand.BEGIN, notes))
                .initializers(MailCatcher::install)
                .run(arguments()));
    }

    private static ConfigurableApplicationContext closedBySignals(ConfigurableApplicationContext running) {
        StopSignals.run(running::close);
        return running;
    }

    /** Returns when the process was told to stop, and all is closed. */
    static void awaitEndOf(ConfigurableApplicationContext running) throws InterruptedException {
        var closed = new CountDownLatch(1);
        running.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        if (running.isActive()) { // else the end was before anybody listened
            closed.await();
        }
        running.close(); // waits for whoever closes it
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
