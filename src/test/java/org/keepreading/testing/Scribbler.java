package org.keepreading.testing;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes what people, feeds and attackers write; the same for the same seed. */
public final class Scribbler {
    private static final List<String> FRAGMENTS = List.of(
            "harbour",
            "quay",
            " ",
            " ",
            "  ",
            "\t",
            " \n",
            "\n",
            "\r\n",
            "\r",
            "\0",
            "\u0007",
            "\u0085",
            "\u2028",
            "\u00A0",
            ".",
            "\n.",
            "\r\n.\r\n",
            "\n..\n",
            "From ",
            "\nFrom ",
            "=",
            "=\n",
            "=3D",
            "=?UTF-8?Q?x?=",
            "=?",
            "?=",
            "_",
            "?",
            "\r\nBcc: mallory@example.net",
            "\n\nbody",
            "\r\n\r\n--=_daily_--\r\n",
            "--=_daily_",
            "\"",
            "\\",
            "<",
            ">",
            "&",
            "'",
            ",",
            ";",
            ":",
            "@",
            "(",
            ")",
            "[x]",
            "<script>",
            "${lead.headline}",
            "é",
            "ß",
            "Ж",
            "日本語",
            "שלום",
            "\u202E",
            "e\u0301\u0323",
            "🗞",
            "👩🏽‍🚀",
            "🇵🇹",
            "\uD83D",
            "\uDE00",
            "\uFEFF",
            "𠀀",
            "x".repeat(70),
            "ö".repeat(80),
            "y".repeat(1_100));
    private final Random random;

    public Scribbler(long seed) {
        random = new Random(seed);
    }

    public String scribble() {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> FRAGMENTS.get(random.nextInt(FRAGMENTS.size())))
                .collect(Collectors.joining());
    }
}
