package org.keepreading.newsletter;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a newsletter changes of its template's looks; what is {@code null} is the template's.
 *
 * @param logo an https picture, shown in place of the title
 * @param accent its one colour beside ink and paper, readable on light paper
 * @param type what headlines and texts are set in
 */
public record Look(
        @Nullable URI logo,
        @Nullable Colour accent,
        @Nullable Type type) {
    /** As the template has it. */
    public static final Look PLAIN = new Look(null, null, null);

    /** Paper, and the tint below what is paid for: the grounds of both templates, which a test compares. */
    public static final List<Colour> LIGHT = List.of(new Colour(0xffffff), new Colour(0xf6f3ee));

    /** The same in dark mode. */
    public static final List<Colour> DARK = List.of(new Colour(0x161513), new Colour(0x24221f));

    /** The accent for dark mode: as it is where it can be read there, else as much lighter as that takes. */
    public Optional<Colour> darkAccent() {
        return Optional.ofNullable(accent).map(colour -> colour.lightenedFor(DARK));
    }

    /** The kinds of type that every mail client has. */
    public enum Type {
        SERIF,
        SANS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
