package org.keepreading.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What documents mean by the name of an encoding: a registered one, an old one, one that is nearly right. */
final class CharsetNames {
    private static final Map<String, String> OLD = Map.of(
            "mac", "x-MacRoman",
            "macintosh", "x-MacRoman",
            "maclatin2", "x-MacCentralEurope",
            "ms-cyrl", "windows-1251",
            "ms-ansi", "windows-1252",
            "ansi", "windows-1252",
            "pc775baltic", "IBM775");

    /** Those that hold more letters than the one that is named for them (WHATWG Encoding Standard, section 4.2). */
    private static final Map<String, String> WIDER = Map.of(
            "GB2312", "GB18030",
            "GBK", "GB18030",
            "Big5", "Big5-HKSCS",
            "Shift_JIS", "windows-31j",
            "EUC-KR", "x-windows-949",
            "ISO-8859-9", "windows-1254",
            "TIS-620", "x-windows-874");

    private CharsetNames() {}

    static Optional<Charset> named(String name) {
        var bare = name.toLowerCase(Locale.ROOT).replace('_', '-');
        var nearly = Stream.of(
                bare.replaceFirst("^(?:x-)?(?:windows|win|cp)-?(\\d{3,4})$", "windows-$1"),
                bare.replaceFirst("^(?:x-)?mac-?", "x-mac"),
                bare.replaceFirst("^cs", ""));
        return Stream.concat(Stream.of(name, bare), nearly)
                .map(written -> OLD.getOrDefault(written, written))
                .flatMap(written -> charset(written).stream())
                .findFirst();
    }

    static Charset wider(Charset charset) {
        return Optional.ofNullable(WIDER.get(charset.name()))
                .flatMap(CharsetNames::charset)
                .orElse(charset);
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
