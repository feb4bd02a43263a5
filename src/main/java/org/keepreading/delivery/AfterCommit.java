package org.keepreading.delivery;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is to happen once others can see what the caller's transaction did. */
record AfterCommit(Runnable task) implements TransactionSynchronization {

    /** @throws IllegalStateException where there is no transaction */
    static void run(Runnable task) {
        TransactionSynchronizationManager.registerSynchronization(new AfterCommit(task));
    }

    @Override
    public void afterCommit() {
        task.run();
    }
}
