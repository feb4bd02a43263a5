package org.keepreading.web;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the web server does beyond Spring Boot's settings for it. */
@Configuration(proxyBeanMethods = false)
class WebServer {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodyTime(PageSettings settings) {
        return server -> server.addEngineValves(new BodyTime(settings.bodyTime(), System::nanoTime));
    }
}
