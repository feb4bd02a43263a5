package org.keepreading.subscriber;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.EmailAddress;
import org.keepreading.text.Fitted;

/** What the columns of a subscribers.csv mean: turns a record into an entry, or says in a sentence why not. */
final class CsvColumns {
    static final List<String> KNOWN = List.of("email", "name", "language", "zone", "sections", "status");

    private static final int LONGEST_LANGUAGE = 35;
    private static final int LONGEST_ATTRIBUTE = 10_000;
    private static final int MOST_ATTRIBUTES = 50;
    private static final int MOST_SECTIONS = 1_000;
    private static final int SHOWN_OF_A_NAME = 60;
    private static final Pattern SECTION = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final List<String> names;
    private final int email;
    private final StatusWords statuses;

    /** @param statusWords what another program's words for a status mean, in lower case */
    CsvColumns(List<String> header, Map<String, Status> statusWords) {
        this.names = header.stream().map(CsvColumns::name).toList();
        this.statuses = new StatusWords(statusWords);
        this.email = names.indexOf("email");
        if (email == -1) {
            throw new IllegalArgumentException("The file has no column \"email\", only " + String.join(", ", header)
                    + ". Name the column that holds the addresses \"email\".");
        }
    }

    private static String name(String header) {
        var plain = text(header);
        var lower = plain.toLowerCase(Locale.ROOT);
        return KNOWN.contains(lower) ? lower : plain;
    }

    /** Whether it is a record for itself, and not the middle of one. */
    boolean fits(CsvLine line) {
        try {
            return line.fields().size() == names.size() && !line.isBlank() && address(line) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @throws IllegalArgumentException with a sentence for whoever wrote the file */
    SubscriberEntry entry(CsvLine line) {
        refuseMore(line.fields());
        var cells = cells(line.fields());
        return new SubscriberEntry(
                address(line),
                personName(cells.remove("name")),
                language(cells.remove("language")),
                zone(cells.remove("zone")),
                sections(cells.remove("sections")),
                statuses.of(cells),
                attributes(cells));
    }

    private void refuseMore(List<String> fields) {
        var more = fields.size() > names.size()
                && fields.subList(names.size(), fields.size()).stream().anyMatch(field -> !field.isBlank());
        if (more) {
            throw new IllegalArgumentException("It has " + fields.size() + " values and the header " + names.size()
                    + " columns. Put quotes around a value that holds the divider.");
        }
    }

    private EmailAddress address(CsvLine line) {
        var cell = email < line.fields().size() ? text(line.fields().get(email)) : "";
        if (cell.isEmpty()) {
            throw new IllegalArgumentException("It has no email address.");
        }
        CellText.unseenIn(cell).ifPresent(unseen -> {
            throw new IllegalArgumentException(
                    "\"%s\" holds a character that cannot be seen: %s. Take it out.".formatted(cell, unseen));
        });
        return new EmailAddress(cell);
    }

    private Map<String, String> cells(List<String> fields) {
        var cells = new HashMap<String, String>();
        for (var column = 0; column < Math.min(names.size(), fields.size()); column++) {
            var text = text(fields.get(column));
            if (!text.isEmpty()) {
                cells.put(names.get(column), text);
            }
        }
        return cells;
    }

    private static String text(String field) {
        return Fitted.storable(CellText.bare(CellText.trimmed(field)));
    }

    private static @Nullable String personName(@Nullable String cell) {
        var name = cell == null ? null : PersonName.tidy(cell);
        if (name != null && name.length() > PersonName.LONGEST) {
            throw new IllegalArgumentException("Its name is longer than " + PersonName.LONGEST + " characters.");
        }
        return name;
    }

    private static @Nullable Locale language(@Nullable String cell) {
        if (cell == null) {
            return null;
        }
        try {
            var language =
                    new Locale.Builder().setLanguageTag(cell.replace('_', '-')).build();
            if (isKnown(language) && language.toLanguageTag().length() <= LONGEST_LANGUAGE) {
                return language;
            }
        } catch (IllformedLocaleException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "\"" + cell + "\" is no language. Write its tag, such as \"en\" or \"pt-BR\".");
    }

    private static boolean isKnown(Locale language) {
        return LANGUAGES.contains(language.getLanguage())
                || language.getLanguage().length() == 3;
    }

    private static @Nullable ZoneId zone(@Nullable String cell) {
        try {
            return cell == null ? null : ZoneId.of(cell);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + cell + "\" is no time zone. Write it like \"Europe/Lisbon\".", e);
        }
    }

    private static List<String> sections(@Nullable String cell) {
        if (cell == null) {
            return List.of();
        }
        var keys = Arrays.stream(cell.toLowerCase(Locale.ROOT).split(";"))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
        keys.stream().filter(key -> !SECTION.matcher(key).matches()).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException(
                    "\"" + key + "\" is no section key. Write keys such as \"city;culture\", \";\" between them.");
        });
        if (keys.size() > MOST_SECTIONS) {
            throw new IllegalArgumentException("It names more than " + MOST_SECTIONS + " sections.");
        }
        return keys;
    }

    private static Map<String, String> attributes(Map<String, String> cells) {
        cells.remove("email");
        cells.remove("status");
        cells.remove("");
        cells.forEach((column, value) -> {
            if (column.length() + value.length() > LONGEST_ATTRIBUTE) {
                throw new IllegalArgumentException("Its \"%s\" is longer than %,d characters."
                        .formatted(Fitted.cut(column, SHOWN_OF_A_NAME), LONGEST_ATTRIBUTE));
            }
        });
        if (cells.size() > MOST_ATTRIBUTES) {
            throw new IllegalArgumentException("It has values in more than " + MOST_ATTRIBUTES + " other columns.");
        }
        return Map.copyOf(cells);
    }
}
