package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was made lately is made once, and waited for by all who ask. */
class LatelyTest {
    private final Lately<String, String> pages = new Lately<>(2);
    private final AtomicInteger made = new AtomicInteger();

    @Test
    @Timeout(60)
    void makesWhatManyAskForOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        var allThere = new CountDownLatch(8);

        var answers = threads.invokeAll(IntStream.range(0, 8)
                .mapToObj(reader -> (java.util.concurrent.Callable<String>) () -> {
                    allThere.countDown();
                    allThere.await();
                    return pages.get("monday", this::make);
                })
                .toList());

        for (var answer : answers) {
            assertThat(answer.get()).isEqualTo("page of monday");
        }
        assertThat(made).hasValue(1);
        threads.shutdown();
    }

    @Test
    @Timeout(60)
    void letsNobodyWaitForWhatAnotherAskedFor() {
        var answer = pages.get("slow", slow -> {
            var meanwhile = new String[1];
            var other = new Thread(() -> meanwhile[0] = pages.get("quick", this::make));
            other.start();
            join(other);
            return slow + ", and meanwhile " + meanwhile[0];
        });

        assertThat(answer).isEqualTo("slow, and meanwhile page of quick");
    }

    @Test
    void letsGoWhatWasNotAskedForLately() {
        pages.get("monday", this::make);
        pages.get("tuesday", this::make);
        pages.get("monday", this::make);
        pages.get("wednesday", this::make);

        assertThat(made).hasValue(3);
        pages.get("monday", this::make);
        assertThat(made).hasValue(3);
        pages.get("tuesday", this::make);
        assertThat(made).hasValue(4);
    }

    @Test
    void triesAgainWhatFailed() {
        assertThatThrownBy(() -> pages.get("monday", day -> {
                    throw new IllegalArgumentException("no such " + day);
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such monday");

        assertThat(pages.get("monday", this::make)).isEqualTo("page of monday");
    }

    private String make(String day) {
        made.incrementAndGet();
        return "page of " + day;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
