package org.keepreading;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Has PostgreSQL end transactions whose process stands still (a suspended machine): until then they lock what they wrote,
 * and whoever takes over their work waits for them.
 */
@Component
class StillTransactions implements BeanPostProcessor {
    private static final String LIMIT = "set idle_in_transaction_session_timeout = '20s'";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
            pool.setConnectionInitSql(LIMIT);
        }
        return bean;
    }
}
