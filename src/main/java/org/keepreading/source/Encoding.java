package org.keepreading.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the letters behind bytes whose declared encoding is often wrong. */
final class Encoding {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int START = 400;

    private static final Pattern DECLARED =
            Pattern.compile("^[^<]{0,200}<\\?xml[^>]*?encoding\\s*=\\s*[\"']?([\\w.:-]+)");
    private static final Map<String, Charset> MARKS = marks();
    private static final String EBCDIC_DECLARATION = "Lo\u00A7\u0094";
    private static final Charset EBCDIC = Charset.forName("IBM037");
    private static final Pattern MISREAD = Pattern.compile("[\\x80-\\x9F&&[^\\x81\\x85\\x8D\\x8F\\x90\\x9D]]");

    private Encoding() {}

    /**
     * A byte order mark wins, then what decodes without a fault of: the transport's word, the document's, UTF-8. What fits none
     * is read by the one that it fits best, UTF-8 with each stray byte taken from windows-1252.
     */
    static String decode(byte[] bytes, @Nullable String transportSays) {
        return isEbcdic(bytes) ? ebcdic(bytes) : written(letters(bytes, transportSays));
    }

    private static String letters(byte[] bytes, @Nullable String transportSays) {
        var claims = Stream.of(Optional.ofNullable(transportSays), declared(start(bytes)))
                .flatMap(Optional::stream)
                .flatMap(name -> CharsetNames.named(name).stream())
                .filter(charset -> !charset.name().startsWith("UTF-16") || isWide(bytes))
                .toList();
        return marked(bytes)
                .or(() -> claims.stream()
                        .flatMap(charset -> claimed(charset, bytes).stream())
                        .findFirst())
                .or(() -> strictly(UTF_8, bytes))
                .or(() -> claims.stream()
                        .flatMap(charset -> strictly(CharsetNames.wider(charset), bytes).stream())
                        .findFirst())
                .orElseGet(() -> withFewestFaults(claims, bytes));
    }

    private static String withFewestFaults(List<Charset> claims, byte[] bytes) {
        var best = Stream.concat(Stream.of(UTF_8), claims.stream().map(CharsetNames::wider))
                .min(Comparator.comparing(charset -> faults(charset, bytes)))
                .orElse(UTF_8);
        return leniently(best, bytes, 0);
    }

    private static long faults(Charset charset, byte[] bytes) {
        return new String(bytes, charset)
                .chars()
                .filter(letter -> letter == '\uFFFD')
                .count();
    }

    private static boolean isEbcdic(byte[] bytes) {
        return start(bytes).startsWith(EBCDIC_DECLARATION);
    }

    private static String ebcdic(byte[] bytes) {
        var charset = declared(new String(bytes, 0, Math.min(START, bytes.length), EBCDIC))
                .flatMap(CharsetNames::named)
                .orElse(EBCDIC);
        return new String(bytes, charset).replace('\u0085', '\n');
    }

    /** Letters of windows-1252 whose numbers were taken for Unicode's, but for the one that can be a line break. */
    private static String written(String letters) {
        return MISREAD.matcher(letters)
                .replaceAll(found -> new String(found.group().getBytes(ISO_8859_1), WINDOWS_1252));
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
        return MARKS.entrySet().stream()
                .filter(mark -> start(bytes).startsWith(mark.getKey()))
                .findFirst()
                .map(mark -> leniently(mark.getValue(), bytes, mark.getKey().length()));
    }

    private static String leniently(Charset charset, byte[] bytes, int offset) {
        return charset.equals(UTF_8)
                ? Utf8.withStrayBytes(Arrays.copyOfRange(bytes, offset, bytes.length))
                : new String(bytes, offset, bytes.length - offset, charset);
    }

    private static Optional<String> declared(String start) {
        if (start.startsWith("\u0000<") || start.startsWith("<\u0000")) {
            return Optional.of(start.startsWith("<") ? "UTF-16LE" : "UTF-16BE");
        }
        return DECLARED.matcher(start).results().map(found -> found.group(1)).findFirst();
    }

    private static String start(byte[] bytes) {
        return new String(bytes, 0, Math.min(START, bytes.length), ISO_8859_1);
    }

    private static Optional<String> claimed(Charset charset, byte[] bytes) {
        return isLatin(charset) ? latin(bytes) : strictly(charset, bytes);
    }

    /** UTF-16 would show in the zero bytes of its angles; a declaration that can be read as ASCII is wrong about itself. */
    private static boolean isWide(byte[] bytes) {
        return start(bytes).indexOf('\0') >= 0;
    }

    private static boolean isLatin(Charset charset) {
        return charset.equals(ISO_8859_1) || charset.equals(US_ASCII) || charset.equals(WINDOWS_1252);
    }

    /** Latin-1 can be claimed of anything; letters that happen to be well-formed UTF-8 are UTF-8. */
    private static Optional<String> latin(byte[] bytes) {
        return strictly(UTF_8, bytes).or(() -> Optional.of(new String(bytes, WINDOWS_1252)));
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
