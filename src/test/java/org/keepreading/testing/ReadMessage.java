package org.keepreading.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keepreading.relay.Message;

/** A message as its reader's mail program sees it (Jakarta Mail's parser), and as the relays do (its bytes). */
public record ReadMessage(String raw, MimeMessage parsed) {

    public static ReadMessage of(Message message) {
        try {
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return new ReadMessage(
                    bytes.toString(ISO_8859_1), new MimeMessage(null, new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** Without their ends, which are CRLF each. */
    public List<String> lines() {
        assertThat(raw).endsWith("\r\n");
        return Arrays.asList(raw.split("\r\n", -1));
    }

    public List<String> headLines() {
        return lines().subList(0, lines().indexOf(""));
    }

    public List<String> headerNames() {
        return headLines().stream()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }

    @Nullable
    public String header(String name) {
        try {
            return parsed.getHeader(name, "\n");
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    public String subject() throws MessagingException {
        return parsed.getSubject();
    }

    public InternetAddress address(String header) throws MessagingException {
        var addresses = InternetAddress.parseHeader(header(header), true);
        assertThat(addresses).hasSize(1);
        return addresses[0];
    }

    public String text() throws MessagingException, IOException {
        return part(0);
    }

    public String html() throws MessagingException, IOException {
        return part(1);
    }

    private String part(int index) throws MessagingException, IOException {
        var parts = (MimeMultipart) parsed.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        return (String) parts.getBodyPart(index).getContent();
    }
}
