package org.keepreading.home;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertyResolver;

/**
 * Has the program start at home: relative paths in its settings begin there, nobody else on this machine reads its data, and no
 * command makes a new installation by having been called in the wrong folder.
 *
 * @param notes is told in a line where a new database begins
 */
public record AtHome(Home home, Errand errand, Consumer<String> notes)
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String DATABASE = "spring.datasource.url";
    private static final String USER = "spring.datasource.username";
    private static final String PASSWORD = "spring.datasource.password";
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
        var database = DatabaseFile.of(settings.getProperty(DATABASE, ""), home);
        check(database.map(file -> DataFolder.of(file, home)).orElse(DataFolder.of(home)));
        database.ifPresent(file -> settle(file, settings, own));
        settings.getPropertySources().addFirst(new MapPropertySource("home", own));
    }

    private void check(DataFolder data) {
        data.check();
        if (errand != Errand.INSPECT) {
            data.close(notes);
        }
    }

    private void settle(DatabaseFile file, PropertyResolver settings, Map<String, Object> own) {
        var isNew = !file.exists();
        if (isNew) {
            begin(file, settings.getProperty(DATABASE, ""));
        }
        PrivateFiles.use();
        own.put(DATABASE, file.url());
        setPassword(file, settings, own);
        if (isNew && errand != Errand.READ) {
            notes.accept("A new database begins: " + file.file());
        }
    }

    private void setPassword(DatabaseFile file, PropertyResolver settings, Map<String, Object> own) {
        if (file.url().toUpperCase(Locale.ROOT).contains(";PASSWORD=")
                || !settings.getProperty(PASSWORD, "").isEmpty()) {
            return;
        }
        if (errand != Errand.READ || file.exists()) {
            own.put(PASSWORD, new DatabasePassword(file, settings.getProperty(USER, "")).known());
        }
    }

    private void begin(DatabaseFile file, String url) {
        if (errand != Errand.BEGIN && SettingsFile.isDefault(DATABASE, url) && !home.hasSettings()) {
            throw new NothingHere(home, file);
        }
        if (errand != Errand.READ) {
            DataFolder.of(file, home).begin();
        }
    }
}
