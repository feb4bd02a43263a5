package org.keepreading.web;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the web server does beyond Spring Boot's settings for it. */
@Configuration(proxyBeanMethods = false)
class WebServer {
    /** As many as the headers' length allows. */
    private static final int ANY = -1;

    /** A browser may name as many languages as its reader has: from the eleventh on Tomcat takes it for an attack, and fails. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> languages() {
        return server -> server.addConnectorCustomizers(connector -> connector.setMaxLocaleCount(ANY));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodyTime(PageSettings settings) {
        return server -> server.addEngineValves(new BodyTime(settings.bodyTime(), System::nanoTime));
    }
}
