package org.keepreading.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the letters behind bytes whose declared encoding is often wrong. */
final class Encoding {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Pattern DECLARED =
            Pattern.compile("^[^<]{0,200}<\\?xml[^>]*?encoding\\s*=\\s*[\"']?([\\w.:-]+)");
    private static final Map<String, Charset> MARKS = marks();

    private Encoding() {}

    /**
     * A byte order mark wins, then what decodes without a fault of: the transport's word, the document's, UTF-8. What fits none
     * is read as UTF-8 with each stray byte taken from windows-1252.
     */
    static String decode(byte[] bytes, @Nullable String transportSays) {
        var marked = marked(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        return claimed(bytes, transportSays)
                .or(() -> claimed(bytes, declared(bytes)))
                .or(() -> strictly(UTF_8, bytes))
                .orElseGet(() -> Utf8.withStrayBytes(bytes));
    }

    private static Map<String, Charset> marks() {
        var marks = new LinkedHashMap<String, Charset>();
        marks.put("\u00EF\u00BB\u00BF", UTF_8);
        marks.put("\u0000\u0000\u00FE\u00FF", Charset.forName("UTF-32BE"));
        marks.put("\u00FF\u00FE\u0000\u0000", Charset.forName("UTF-32LE"));
        marks.put("\u00FE\u00FF", Charset.forName("UTF-16BE"));
        marks.put("\u00FF\u00FE", Charset.forName("UTF-16LE"));
        return marks;
    }

    private static Optional<String> marked(byte[] bytes) {
        var start = start(bytes, 4);
        return MARKS.entrySet().stream()
                .filter(mark -> start.startsWith(mark.getKey()))
                .findFirst()
                .map(mark -> leniently(mark.getValue(), bytes, mark.getKey().length()));
    }

    private static String leniently(Charset charset, byte[] bytes, int offset) {
        return charset.equals(UTF_8)
                ? Utf8.withStrayBytes(Arrays.copyOfRange(bytes, offset, bytes.length))
                : new String(bytes, offset, bytes.length - offset, charset);
    }

    private static @Nullable String declared(byte[] bytes) {
        var start = start(bytes, 400);
        if (start.startsWith("\u0000<") || start.startsWith("<\u0000")) {
            return start.startsWith("<") ? "UTF-16LE" : "UTF-16BE";
        }
        var found = DECLARED.matcher(start);
        return found.find() ? found.group(1) : null;
    }

    private static String start(byte[] bytes, int length) {
        return new String(bytes, 0, Math.min(length, bytes.length), ISO_8859_1);
    }

    private static Optional<String> claimed(byte[] bytes, @Nullable String name) {
        return Optional.ofNullable(name)
                .flatMap(Encoding::charset)
                .filter(charset -> !charset.name().startsWith("UTF-16") || isWide(bytes))
                .flatMap(charset -> isLatin(charset) ? latin(bytes) : strictly(charset, bytes));
    }

    /** UTF-16 would show in the zero bytes of its angles; a declaration that can be read as ASCII is wrong about itself. */
    private static boolean isWide(byte[] bytes) {
        return start(bytes, 400).indexOf('\0') >= 0;
    }

    private static boolean isLatin(Charset charset) {
        return charset.equals(ISO_8859_1) || charset.equals(US_ASCII) || charset.equals(WINDOWS_1252);
    }

    /** Latin-1 can be claimed of anything; letters that happen to be well-formed UTF-8 are UTF-8. */
    private static Optional<String> latin(byte[] bytes) {
        return strictly(UTF_8, bytes).or(() -> Optional.of(new String(bytes, WINDOWS_1252)));
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(Charset charset, byte[] bytes) {
        try {
            CharBuffer letters = charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(letters.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
