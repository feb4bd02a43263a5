package org.keepreading.letter;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.Optional;
import org.keepreading.edition.Choice;
import org.keepreading.edition.Edition;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Lately;
import org.keepreading.edition.Revision;
import org.keepreading.edition.Variants;
import org.keepreading.relay.Message;
import org.springframework.stereotype.Component;

/**
 * The letters of frozen editions, encoded when the first reader needs them; those not needed lately are let go. Each is
 * signed with the key that was in use when it was encoded: another one takes effect with the next edition.
 */
@Component
class FrozenLetters implements Letters {
    /** A letter takes some 200 KB. */
    private static final int KEPT = 32;

    private final Editions editions;
    private final Variants variants;
    private final Addressing addressing;
    private final LetterEncoder encoder;
    private final Lately<Revision, Frozen> frozen = new Lately<>(KEPT);
    private final Lately<Key, Optional<Letter>> letters = new Lately<>(KEPT);

    FrozenLetters(Editions editions, Variants variants, Addressing addressing, LetterEncoder encoder) {
        this.editions = editions;
        this.variants = variants;
        this.addressing = addressing;
        this.encoder = encoder;
    }

    @Override
    public Optional<Message> message(Revision revision, Reader reader) {
        var edition = edition(revision).edition();
        return letters.get(new Key(revision, reader.choice(edition.newsletter())), this::encode)
                .map(letter -> addressing.message(letter, edition, reader));
    }

    private Frozen edition(Revision revision) {
        return frozen.get(revision, this::load);
    }

    /** An amended edition keeps the date of its freeze, which makes its Message-IDs: docs/decisions/0010. */
    private Frozen load(Revision revision) {
        var frozenAt = editions.get(revision.editionId()).frozenAt();
        return new Frozen(editions.edition(revision), requireNonNullElse(frozenAt, Instant.EPOCH));
    }

    private Optional<Letter> encode(Key key) {
        var of = edition(key.revision());
        return key.choice().of(of.edition()).stories() == 0
                ? Optional.empty()
                : Optional.of(encoder.letter(of.edition(), variants.of(key.revision(), key.choice()), of.frozenAt()));
    }

    private record Frozen(Edition edition, Instant frozenAt) {}

    private record Key(Revision revision, Choice choice) {}
}
