package org.keepreading.journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A server's own log. */
@Component
@ConditionalOnWebApplication
class ServerJournal implements Journal {
    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    @Override
    public void tell(Level level, String line) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    write(level, line);
                }
            });
        } else {
            write(level, line);
        }
    }

    private static void write(Level level, String line) {
        log.atLevel(level).log("{}", line);
    }
}
