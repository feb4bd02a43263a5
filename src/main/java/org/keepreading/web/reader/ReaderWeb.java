package org.keepreading.web.reader;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What readers' pages add to the web server: their headers and their style sheet. */
@Configuration(proxyBeanMethods = false)
class ReaderWeb implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(PageHeaders.FRONT_PAGE).addPathPatterns("/", "/archive/*");
        registry.addInterceptor(PageHeaders.EDITION).addPathPatterns("/archive/*/*");
        registry.addInterceptor(PageHeaders.OWN_PAGE).addPathPatterns("/unsubscribe/**", "/preferences/**", "/error");
        registry.addInterceptor(new OnlyOnErrors()).addPathPatterns("/error");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/reader/*")
                .addResourceLocations("classpath:/reader/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
    }

    /** The page for errors is for errors alone: asked for by itself it would say that something broke. */
    private static final class OnlyOnErrors implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                throws IOException {
            if (request.getDispatcherType() == DispatcherType.ERROR) {
                return true;
            }
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return false;
        }
    }
}
