package org.keepreading.web.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail program shows of a message.
 *
 * @param name whom the To header names
 * @param html the first HTML part, as {@code text} is the first plain one
 */
record OpenedMessage(
        String subject,
        @Nullable String name,
        @Nullable String html,
        @Nullable String text) {
    private static final OpenedMessage UNREADABLE =
            new OpenedMessage("(This is no message: look at its source.)", null, null, null);

    /** @param source the message's bytes as ISO 8859-1 */
    static OpenedMessage of(String source) {
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(source.getBytes(ISO_8859_1)));
            return new OpenedMessage(
                    subject(message),
                    name(message.getRecipients(RecipientType.TO)),
                    part(message, "text/html"),
                    part(message, "text/plain"));
        } catch (MessagingException | IOException e) {
            return UNREADABLE;
        }
    }

    private static String subject(MimeMessage message) throws MessagingException {
        var subject = message.getSubject();
        return subject == null ? "(no subject)" : subject;
    }

    private static @Nullable String name(Address @Nullable [] recipients) {
        return recipients != null && recipients.length > 0 && recipients[0] instanceof InternetAddress first
                ? first.getPersonal()
                : null;
    }

    private static @Nullable String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent() instanceof String words ? words : null;
        }
        return part.getContent() instanceof Multipart parts ? firstOf(parts, type) : null;
    }

    private static @Nullable String firstOf(Multipart parts, String type) throws MessagingException, IOException {
        for (var i = 0; i < parts.getCount(); i++) {
            var found = part(parts.getBodyPart(i), type);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
