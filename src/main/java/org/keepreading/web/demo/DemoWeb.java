package org.keepreading.web.demo;

import java.util.Locale;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the demo adds to the web server: its own files, so that it works offline, and the words of its addresses. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoWeb implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/demo/pictures/*.png").addResourceLocations("classpath:/demo/pictures/");
        registry.addResourceHandler("/demo/page/*").addResourceLocations("classpath:/demo/page/");
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, View.class, word -> View.valueOf(word.toUpperCase(Locale.ROOT)));
        registry.addConverter(
                String.class, ColourScheme.class, word -> ColourScheme.valueOf(word.toUpperCase(Locale.ROOT)));
    }
}
