package org.keepreading.newsletter;

import static java.util.Comparator.naturalOrder;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.keepreading.teaser.WebHost;

/** Reads one value of newsletter.yaml; a bad one is refused with a sentence that says what to write. */
final class Value {
    private static final Pattern FOLDER = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    /** Control characters, Unicode's own line ends, and the byte order mark, which YAML drops. */
    private static final Pattern BREAKING = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\ufeff]");

    private static final Pattern PICTURE =
            Pattern.compile("https://[^/?#\\s]+/[^?#]*?(?:\\.([A-Za-z0-9]{2,5}))?(?:[?#].*)?");
    private static final List<String> SHOWN = List.of("png", "jpg", "jpeg", "gif");
    private static final List<String> LANGUAGES = List.of(Locale.getISOLanguages());

    private Value() {}

    /** A text on one line: nothing in it can begin a new header. */
    static Function<String, String> line(String what, int longest) {
        return text -> {
            if (text.isBlank()) {
                throw refused(what + " is empty. Write at least a word.");
            }
            if (BREAKING.matcher(text).find()) {
                throw refused(what + " holds a line break or another control character. Write it on one line.");
            }
            if (text.length() > longest) {
                throw refused(
                        "%s has %,d characters and room for %,d. Shorten it.".formatted(what, text.length(), longest));
            }
            return text.strip();
        };
    }

    static String text(String text) {
        return line("The postal address", 1000).apply(text.strip().replace("\n", ", "));
    }

    static Function<String, Integer> between(int least, int most) {
        return text -> {
            var number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
            if (number < least || number > most) {
                throw refused(
                        "\"%s\" does not fit here. Write a whole number from %d to %d.".formatted(text, least, most));
            }
            return number;
        };
    }

    static Locale language(String tag) {
        try {
            var locale = new Locale.Builder().setLanguageTag(tag).build();
            if (LANGUAGES.contains(locale.getLanguage()) || locale.getLanguage().length() == 3) {
                return locale;
            }
        } catch (IllformedLocaleException e) {
            // is no language, as one that nobody speaks
        }
        throw refused("\"" + tag + "\" is no language. Write its short form, such as " + closestLanguage(tag) + ".");
    }

    /** A time of day. */
    static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw refused("\"" + text + "\" is no time of day. Write one such as \"10:00\", in quotes.");
        }
    }

    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw refused("\"" + name + "\" is no time zone. "
                    + closestZone(name)
                            .map("Do you mean \"%s\"?"::formatted)
                            .orElse("Write one such as \"Europe/Lisbon\"."));
        }
    }

    static String template(String name) {
        if (!FOLDER.matcher(name).matches()) {
            throw refused("\"" + name
                    + "\" is no template's name. Write the name of a folder of templates/, such as \"digest\".");
        }
        return name;
    }

    static URI site(String address) {
        try {
            var uri = new URI(address);
            if (WebHost.of(uri).isPresent()) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // is no web address, as one without a host
        }
        throw refused("\"" + address + "\" is no web address. Write one such as \"https://harbour.example\".");
    }

    /** Gmail shows no SVG, Outlook on Windows neither WebP nor AVIF. */
    static URI logo(String address) {
        var picture = PICTURE.matcher(address);
        if (!picture.matches()) {
            throw refused(
                    "\"" + address
                            + "\" is no address of a picture that readers can load. Write one such as \"https://harbour.example/logo.png\".");
        }
        if (picture.group(1) != null && !SHOWN.contains(picture.group(1).toLowerCase(Locale.ROOT))) {
            throw refused(
                    "a logo of the kind %s is shown by some mail programs only. Save it as PNG, twice as large as it is shown (48 pixels tall)."
                            .formatted(picture.group(1).toUpperCase(Locale.ROOT)));
        }
        return site(address);
    }

    static Colour accent(String text) {
        var accent = Colour.parse(text);
        if (!accent.isReadableOn(Look.LIGHT)) {
            throw refused(String.format(
                    Locale.ROOT,
                    "the accent %s stands out from the page by %.1f to 1, and reading takes 4.5. The nearest of its kind that does is \"%s\".",
                    accent,
                    Math.floor(accent.contrast(Look.LIGHT) * 10) / 10,
                    accent.darkenedFor(Look.LIGHT)));
        }
        return accent;
    }

    static Look.Type type(String word) {
        return Arrays.stream(Look.Type.values())
                .filter(type -> type.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> refused("\"" + word + "\" is no kind of type. Write serif or sans."));
    }

    private static String closestLanguage(String name) {
        var codes = new HashMap<String, String>();
        for (var code : LANGUAGES) {
            var language = Locale.forLanguageTag(code);
            codes.put(language.getDisplayLanguage(Locale.ENGLISH), code);
            codes.put(language.getDisplayLanguage(language), code);
        }
        return Closest.to(name, codes.keySet())
                .map(codes::get)
                .map("\"%s\""::formatted)
                .orElse("\"en\" or \"pt-BR\"");
    }

    private static Optional<String> closestZone(String name) {
        var zones = ZoneId.getAvailableZoneIds();
        var city = "/" + name.replace(' ', '_').toLowerCase(Locale.ROOT);
        return zones.stream()
                .filter(zone -> zone.toLowerCase(Locale.ROOT).endsWith(city))
                .min(naturalOrder())
                .or(() -> Closest.to(name, zones));
    }

    private static IllegalArgumentException refused(String sentence) {
        return new IllegalArgumentException(sentence);
    }
}
