package org.keepreading.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.teaser.Author;
import org.keepreading.teaser.Beginning;

/** Makes one author of the ways in which feeds name them: "By Ana Reis", "ana@harbour.example (Ana Reis)", several of them. */
final class Bylines {
    private static final Pattern EMAIL = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+");
    private static final int LONGEST_BIO = 500;
    private static final Pattern HANDLE = Pattern.compile("\\S*@\\S*");
    private static final Pattern LEAD_IN = Pattern.compile("(?i)^(?:by|von|par|por|di|door|af|av)\\s+(?=\\p{Lu})");

    private Bylines() {}

    static Optional<Author> of(Stream<String> written) {
        return ofPeople(written.flatMap(line -> person(line).stream()));
    }

    /** One who stands for all of them. */
    static Optional<Author> ofPeople(Stream<Author> named) {
        var people = named.limit(Bounds.OF_A_KIND).distinct().toList();
        return people.size() < 2 ? people.stream().findFirst() : Optional.of(together(people));
    }

    /** Empty where nothing names a person, as an email address alone does not. */
    static Optional<Author> of(
            @Nullable String name, @Nullable String bio, @Nullable String email, @Nullable String handle) {
        return Optional.ofNullable(name)
                .flatMap(Bylines::person)
                .map(person -> new Author(
                        person.name(), shortened(bio), email == null ? person.email() : text(email), handleOf(handle)));
    }

    private static Optional<Author> person(String written) {
        var line = Plain.atMost(Bounds.LONGEST_LINE, Markup.unsaid(written, "").oneLine());
        var email = EMAIL.matcher(line)
                .results()
                .map(found -> found.group())
                .findFirst()
                .orElse(null);
        var name = LEAD_IN.matcher(withoutHandles(withoutEmail(line))).replaceFirst("");
        return name.isEmpty() ? Optional.empty() : Optional.of(new Author(Plain.atMost(200, name), null, email, null));
    }

    private static String withoutEmail(String line) {
        if (!EMAIL.matcher(line).find()) {
            return line;
        }
        return EMAIL.matcher(line)
                .replaceAll(" ")
                .replaceAll("[()<>\\[\\]]|(?i)mailto:", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** What holds an "@" names no person: an address that is none, or what somebody is called elsewhere. */
    private static String withoutHandles(String line) {
        return line.indexOf('@') < 0
                ? line
                : HANDLE.matcher(line)
                        .replaceAll(" ")
                        .replaceAll("[()<>\\[\\]]", " ")
                        .replaceAll("\\s+", " ")
                        .strip();
    }

    private static Author together(List<Author> people) {
        var names = people.stream().map(Author::name).collect(Collectors.joining(", "));
        return new Author(Plain.atMost(200, names), null, null, null);
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank()
                ? null
                : Markup.unsaid(value, "").oneLine();
    }

    private static @Nullable String shortened(@Nullable String bio) {
        var text = text(bio);
        return text == null ? null : new Beginning(Locale.ROOT, LONGEST_BIO).of(text);
    }

    private static @Nullable String handleOf(@Nullable String value) {
        var handle = text(value);
        return handle == null ? null : Plain.atMost(100, handle.startsWith("@") ? handle : "@" + handle);
    }
}
