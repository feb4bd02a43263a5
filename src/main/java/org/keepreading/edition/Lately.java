package org.keepreading.edition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * What was lately asked for. Each value is made once, by whoever asks first; others who ask for the same one meanwhile wait
 * for it, and those who ask for another do not.
 */
public final class Lately<K, V> {
    private final Map<K, FutureTask<V>> kept;

    /** @param most how many are kept: those not asked for lately are let go */
    public Lately(int most) {
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, FutureTask<V>> eldest) {
                return size() > most;
            }
        };
    }

    /** What making it throws is thrown to all who wait for it, and it is made anew for whoever asks next. */
    public V get(K key, Function<K, V> made) {
        var mine = new FutureTask<>(() -> made.apply(key));
        var first = first(key, mine);
        if (first == mine) {
            mine.run();
        }
        return value(key, first);
    }

    private synchronized FutureTask<V> first(K key, FutureTask<V> mine) {
        var before = kept.putIfAbsent(key, mine);
        return before == null ? mine : before;
    }

    private V value(K key, FutureTask<V> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            forget(key, task);
            throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while " + key + " was made.", e);
        }
    }

    private synchronized void forget(K key, FutureTask<V> task) {
        kept.remove(key, task);
    }
}
