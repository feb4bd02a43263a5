package org.keepreading.teaser;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.SectionKey;

/** Drafts as the Harbour's feed brings them. */
final class Drafts {
    static final Section CITY = new Section(new SectionKey("city"), "City");

    private Drafts() {}

    static Draft draft(String guid, String path) {
        return new Draft(
                "harbour",
                guid,
                CITY,
                "The last ferry",
                "It leaves at midnight",
                new ArticleUrl("https://harbour.example/" + path),
                new Image(
                        "https://harbour.example/ferry.jpg", "A ferry", "The ferry at the pier", "Ana Reis", 1200, 800),
                List.of("The ferry has crossed the river since <b>1911</b>.", "Tonight it crosses for the last time."),
                new Author("Ana Reis", "Writes about the river.", "ana@harbour.example", "@anareis"),
                Instant.parse("2026-03-02T06:00:00Z"),
                null);
    }

    static Draft headlined(Draft draft, String headline) {
        return new Draft(
                draft.source(),
                draft.guid(),
                draft.section(),
                headline,
                draft.dek(),
                draft.url(),
                draft.image(),
                draft.excerpt(),
                draft.author(),
                draft.publishedAt(),
                draft.sponsor());
    }

    static Draft by(Draft draft, @Nullable Author author) {
        return new Draft(
                draft.source(),
                draft.guid(),
                draft.section(),
                draft.headline(),
                draft.dek(),
                draft.url(),
                draft.image(),
                draft.excerpt(),
                author,
                draft.publishedAt(),
                draft.sponsor());
    }

    static Draft published(Draft draft, @Nullable Instant at) {
        return new Draft(
                draft.source(),
                draft.guid(),
                draft.section(),
                draft.headline(),
                draft.dek(),
                draft.url(),
                draft.image(),
                draft.excerpt(),
                draft.author(),
                at,
                draft.sponsor());
    }
}
