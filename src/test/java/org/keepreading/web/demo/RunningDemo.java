package org.keepreading.web.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import org.keepreading.edition.PublicUrl;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The demo's page and catcher on a free port, without the rest of the program. */
final class RunningDemo implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext program = new SpringApplicationBuilder(
                    DemoPages.class,
                    DemoWeb.class,
                    TomcatServletWebServerAutoConfiguration.class,
                    DispatcherServletAutoConfiguration.class,
                    WebMvcAutoConfiguration.class,
                    ErrorMvcAutoConfiguration.class)
            .profiles("demo")
            .initializers(MailCatcher::install, RunningDemo::addWhatItAsksFor)
            .run("--server.port=0", "--logging.level.org.keepreading=warn");

    private static void addWhatItAsksFor(ConfigurableApplicationContext context) {
        var beans = (GenericApplicationContext) context;
        beans.registerBean(Clock.class, Clock::systemUTC);
        beans.registerBean(PublicUrl.class, () -> new PublicUrl(URI.create("http://localhost:8080")));
    }

    MailCatcher relay() {
        return program.getBean(MailCatcher.class);
    }

    String url(String path) {
        return "http://localhost:" + program.getEnvironment().getProperty("local.server.port") + path;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url(path))).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        program.close();
    }
}
