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

    /** What names no person: an address of the mail or the web, however disguised, or what somebody is called elsewhere. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)mailto:|\\[email\\s*protected\\]|\\S+\\s?[\\[({]\\s?at\\s?[\\])}]\\s?\\S+"
                    + "|<[^<>]*\\sat\\s[^<>]*\\.[^<>]*>|(?:https?://|www\\.)[^\\s<>()]+|\\S*@\\S*?(?=[,;]?(?:\\s|$))");

    private static final Pattern LEAD_IN = Pattern.compile(
            "(?i)^(?:(?:(?:written|words|story|text|posted) )?by|von|par|por|di|door|af|av)\\s+(?=\\p{Lu})|^te(?:xt|xte|xto|sto|kst):\\s*");
    private static final Pattern WRAPPED = Pattern.compile("^[\"“„«<](.*)[\"”“»>]$");
    private static final Pattern AT_THE_ENDS = Pattern.compile("^[\\s,;:|–—-]+|[\\s,;:|/–—-]+$");
    private static final Pattern NOBODY = Pattern.compile(
            "(?i)\\P{L}*|\\(?(author )?unknown\\)?|none|n/?a|null|undefined|no author|admin(istrator)?|webmaster|no-?reply");
    private static final Pattern NO_ONES = Pattern.compile("(?i)(no-?reply|do-?not-?reply)@.*");

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
        return Optional.of(name(line))
                .filter(name -> !NOBODY.matcher(name).matches())
                .map(name -> new Author(Plain.atMost(200, name), null, email(line), null));
    }

    private static String name(String line) {
        var bare = AT_THE_ENDS.matcher(withoutAddresses(line)).replaceAll("");
        var name = LEAD_IN.matcher(WRAPPED.matcher(bare).replaceFirst("$1")).replaceFirst("");
        return name.strip();
    }

    private static String withoutAddresses(String line) {
        return ADDRESS.matcher(line).find()
                ? ADDRESS.matcher(line)
                        .replaceAll(" ")
                        .replaceAll("[()<>\\[\\]]", " ")
                        .replaceAll("\\s+(?=[\\s,;])", "")
                : line;
    }

    /** Whose it is where there are several nobody can tell. */
    private static @Nullable String email(String line) {
        var all = EMAIL.matcher(line).results().map(found -> found.group()).toList();
        return all.size() == 1 && !NO_ONES.matcher(all.get(0)).matches() ? all.get(0) : null;
    }

    private static Author together(List<Author> people) {
        var areInverted = people.stream().anyMatch(person -> person.name().contains(","));
        var names = people.stream().map(Author::name).collect(Collectors.joining(areInverted ? "; " : ", "));
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
