package org.keepreading.home;

import java.util.LinkedHashMap;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Has the program start at home: relative paths in its settings begin there, and no command makes a new installation by
 * having been called in the wrong folder.
 *
 * @param notes is told in a line where a new database begins
 */
public record AtHome(Home home, Errand errand, Consumer<String> notes)
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String DATABASE = "spring.datasource.url";
    private static final String TEMPLATES = "keepreading.edition.templates";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = context.getEnvironment();
        var own = new LinkedHashMap<String, Object>();
        own.put(Home.SETTING, home.folder().toString());
        own.put(
                TEMPLATES,
                home.folder()
                        .resolve(settings.getProperty(TEMPLATES, "templates"))
                        .toString());
        var url = settings.getProperty(DATABASE, "");
        DatabaseFile.of(url, home).ifPresent(file -> own.put(DATABASE, settled(file, url)));
        settings.getPropertySources().addFirst(new MapPropertySource("home", own));
    }

    private String settled(DatabaseFile file, String url) {
        if (!file.exists()) {
            if (errand != Errand.BEGIN && SettingsFile.isDefault(DATABASE, url) && !home.hasSettings()) {
                throw new NothingHere(home, file);
            }
            if (errand != Errand.READ) {
                notes.accept("A new database begins: " + file.file());
            }
        }
        return file.url();
    }
}
