package org.keepreading.testing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keepreading.KeepReading;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole program on a new database, by a clock that the test sets; without pages, and with only the beans that are asked for. */
public final class Program implements AutoCloseable {
    private final SettableClock clock;
    private final ConfigurableApplicationContext context;

    private Program(SettableClock clock, ConfigurableApplicationContext context) {
        this.clock = clock;
        this.context = context;
    }

    /** @param settings "key=value" */
    public static Program on(TestDatabase database, String now, String... settings) {
        var clock = new SettableClock(now);
        var context = new SpringApplicationBuilder(KeepReading.class)
                .bannerMode(Banner.Mode.OFF)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .initializers(starting -> ((GenericApplicationContext) starting)
                        .registerBean("settableClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(arguments(database, settings));
        return new Program(clock, context);
    }

    private static String[] arguments(TestDatabase database, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.freshUrl(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=" + TestDatabase.PASSWORD,
                "--spring.quartz.auto-startup=false",
                "--logging.level.org.keepreading=warn"));
        if (Stream.of(settings).noneMatch(setting -> setting.startsWith("keepreading.public-url="))) {
            arguments.add("--keepreading.public-url=" + Harbour.PUBLIC_URL);
        }
        for (var setting : settings) {
            arguments.add("--" + setting);
        }
        return arguments.toArray(String[]::new);
    }

    public <T> T get(Class<T> part) {
        return context.getBean(part);
    }

    public SettableClock clock() {
        return clock;
    }

    public JdbcClient database() {
        return get(JdbcClient.class);
    }

    /** What a server will tell in its log. */
    public List<String> told() {
        return database()
                .sql("select line from journal_line order by id")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        context.close();
    }
}
