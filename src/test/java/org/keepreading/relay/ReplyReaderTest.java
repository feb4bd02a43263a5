package org.keepreading.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A relay's replies are read once each, and none but whole ones. */
class ReplyReaderTest {

    @Test
    void readsOneAfterTheOther() throws IOException {
        var replies = replies("250 2.1.0 OK\r\n550-5.1.1 No such\r\n550 5.1.1 user\r\n354\r\n");

        assertThat(replies.next()).isEqualTo(new Reply(250, "250 2.1.0 OK"));
        assertThat(replies.hasMore()).isTrue();
        assertThat(replies.next()).isEqualTo(new Reply(550, "550-5.1.1 No such 550 5.1.1 user"));
        assertThat(replies.next()).isEqualTo(new Reply(354, "354"));
        assertThat(replies.hasMore()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "250-One code\r\n550 and another\r\n",
                "250-One code\r\nand none\r\n",
                "OK\r\n",
                "\r\n",
                "25 OK\r\n",
                "2500 OK\r\n",
                "+25 OK\r\n",
                "150 Wait\r\n",
                "999 OK\r\n"
            })
    void takesNothingElseForAReply(String text) {
        assertThatThrownBy(() -> replies(text).next())
                .isInstanceOf(RelayFault.class)
                .hasMessageContaining("no SMTP reply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "250", "250 OK", "250-And\r\n", "250-And\r\n250 the last"})
    void takesNoPartOfAReplyForOne(String text) {
        assertThatThrownBy(() -> replies(text).next()).hasMessage("closed the connection");
    }

    private static ReplyReader replies(String text) {
        return new ReplyReader(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
