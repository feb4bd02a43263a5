package org.keepreading.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keepreading.testing.SettableClock;
import org.springframework.context.support.GenericApplicationContext;

/** A relay that catches every message. */
class MailCatcherTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final MailCatcher catcher = MailCatcher.start(new SettableClock("2026-03-02T07:00:00Z"));

    @AfterEach
    void close() {
        catcher.close();
    }

    @Test
    void keepsWhatIsSentToIt() throws Exception {
        Post.send(catcher, Post.digest("天野 勇人", "The ferry — and the bridge"));

        assertThat(catcher.messages()).singleElement().satisfies(message -> {
            assertThat(message.number()).isEqualTo(1);
            assertThat(message.to()).isEqualTo("yuto@example.org");
            assertThat(message.name()).isEqualTo("天野 勇人");
            assertThat(message.subject()).isEqualTo("The ferry — and the bridge");
            assertThat(message.caughtAt()).isEqualTo(Instant.parse("2026-03-02T07:00:00Z"));
        });
    }

    @Test
    void isNotWaitedForOnceItIsClosed() throws InterruptedException {
        catcher.close();

        assertThat(catcher.await(1, Duration.ofDays(1))).isFalse();
    }

    @Test
    void opensBothPartsOfAMessage() throws Exception {
        Post.send(catcher, Post.digest("Inês", "Good morning"));

        var opened = OpenedMessage.of(catcher.messages().get(0).source());

        assertThat(opened.text()).isEqualTo("Good morning, Inês.");
        assertThat(opened.html()).isEqualTo("<p>Good morning, Inês.</p>");
    }

    @Test
    void listsTheNewestFirstAndThoseAfterAGivenOne() throws Exception {
        Post.send(catcher, Post.digest("Ada", "One"));
        Post.send(catcher, Post.digest("Ada", "Two"));
        Post.send(catcher, Post.digest("Ada", "Three"));

        assertThat(catcher.messages()).extracting(CaughtMessage::subject).containsExactly("Three", "Two", "One");
        assertThat(catcher.after(1)).extracting(CaughtMessage::subject).containsExactly("Three", "Two");
        assertThat(catcher.find(2)).map(CaughtMessage::subject).contains("Two");
        assertThat(catcher.find(4)).isEmpty();
    }

    @Test
    void forgetsTheOldestWhenItIsFull() throws Exception {
        Post.send(catcher, Post.digest("Ada", "One of many"), MailCatcher.KEPT + 2);

        assertThat(catcher.caught()).isEqualTo(MailCatcher.KEPT + 2L);
        assertThat(catcher.messages()).hasSize(MailCatcher.KEPT);
        assertThat(catcher.find(2)).isEmpty();
        assertThat(catcher.find(3)).isPresent();
    }

    @Test
    void findsNoPartsInWhatCannotBeTakenApart() {
        assertThat(OpenedMessage.of("Content-Type: multipart/mixed\r\n\r\nnothing that could be taken apart")
                        .html())
                .isNull();
    }

    @Test
    void waitsForSoManyMessages() throws Exception {
        Post.send(catcher, Post.digest("Ada", "One"));

        assertThat(catcher.await(1, SOON)).isTrue();
        assertThat(catcher.await(2, Duration.ZERO)).isFalse();
    }

    @Test
    void listensOnOneLoopbackAddressAlone() {
        assertThat(canConnectTo("127.0.0.1", catcher.port())).isTrue();
        assertThat(canConnectTo("127.0.0.2", catcher.port())).isFalse();
    }

    @Test
    void becomesTheRelayOfAnApplicationAndIsClosedWithIt() {
        var context = new GenericApplicationContext();

        MailCatcher.install(context);
        context.refresh();

        var installed = context.getBean(MailCatcher.class);
        assertThat(context.getEnvironment().getProperty("spring.mail.port", Integer.class))
                .isEqualTo(installed.port());
        assertThat(context.getEnvironment().getProperty("spring.mail.host")).isEqualTo("127.0.0.1");
        context.close();
        assertThat(canConnectTo("127.0.0.1", installed.port())).isFalse();
    }

    private static boolean canConnectTo(String host, int port) {
        try (var socket = new Socket(host, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
