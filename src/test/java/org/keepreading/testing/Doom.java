package org.keepreading.testing;

import java.nio.channels.SocketChannel;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * For a program that gets it as one of its {@code spring.main.sources}: memory runs out for the thread whose name begins with
 * the system property "doom", when it next asks the database or hears a caller.
 */
@Configuration(proxyBeanMethods = false)
public class Doom {

    private static void strike() {
        var doomed = System.getProperty("doom", "nobody");
        if (Thread.currentThread().getName().startsWith(doomed)) {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    @Bean
    static BeanPostProcessor doomedDatabase() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource database ? new DoomedDatabase(database) : bean;
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> doomedPages() {
        return pages -> pages.setProtocol(DoomedProtocol.class.getName());
    }

    private static final class DoomedDatabase extends DelegatingDataSource {
        DoomedDatabase(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            strike();
            return super.getConnection();
        }
    }

    /** Tomcat makes it by its name. */
    public static final class DoomedProtocol extends Http11NioProtocol {
        public DoomedProtocol() {
            super(new NioEndpoint() {
                @Override
                protected SocketChannel serverSocketAccept() throws Exception {
                    var caller = super.serverSocketAccept();
                    strike();
                    return caller;
                }
            });
        }
    }
}
