package org.keepreading.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.EmailAddress;
import org.keepreading.edition.Edition;
import org.keepreading.edition.Selection;
import org.keepreading.home.OwnersOnly;
import org.keepreading.letter.Proofs.Copy;
import org.keepreading.letter.Reader;
import org.keepreading.publishing.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code preview}: the edition as it would be sent, as files to look at. */
@Command(
        name = "preview",
        description =
                "Writes the edition as it would be sent: digest.html, digest.txt and digest.eml; says why each teaser is in or not.")
final class Preview extends InstallationCommand implements Callable<Integer> {
    private static final Reader NOBODY = new Reader(0, "reader@example.org", null, null, List.of());
    private static final String NOT_FOR_THEM = "no story is in the sections that they chose, so they get no mail";

    @Mixin
    private SlotOptions options = new SlotOptions();

    @Option(
            names = "--as",
            paramLabel = "ADDRESS",
            description = "As this subscriber gets it: their name, their language, their sections, their links.")
    private @Nullable EmailAddress as;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where the files go (default: this folder).")
    private Path folder;

    @Option(
            names = "--json",
            description = "The answer for a script: where the files are, and why each teaser is in or not.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        return installation().with(app -> {
            var proof = app.publisher().proof(options.newsletter(), options.slot(app));
            var copy = copy(app, proof);
            if (copy.isPresent()) {
                save(copy.get());
            }
            print(proof.selection(), copy.map(Copy::subject));
            return 0;
        });
    }

    private void print(Selection selection, Optional<String> subject) {
        var place = folder.toAbsolutePath().normalize();
        var out = out();
        if (json) {
            out.println(Json.of(answer(selection, subject, place)));
        } else {
            new Listing(out).print(selection);
            subject.ifPresent(words -> out.println("Subject: " + words));
            out.println(selection
                    .tooFew()
                    .or(() -> subject.isEmpty() ? Optional.of(NOT_FOR_THEM) : Optional.empty())
                    .map(reason -> "No files were written: " + reason + ".")
                    .orElse("Written: digest.html, digest.txt and digest.eml in " + place + "."));
        }
    }

    /** @param reason why no files were written; {@code null}: they were */
    record Answer(
            List<String> files,
            @Nullable String subject,
            @Nullable String reason,
            List<CandidateAnswer> candidates) {}

    private static Answer answer(Selection selection, Optional<String> subject, Path place) {
        var written = Stream.of("digest.html", "digest.txt", "digest.eml")
                .filter(file -> subject.isPresent())
                .map(file -> place.resolve(file).toString())
                .toList();
        return new Answer(
                written,
                subject.orElse(null),
                selection.tooFew().orElse(subject.isEmpty() ? NOT_FOR_THEM : null),
                CandidateAnswer.of(selection));
    }

    private Optional<Copy> copy(App app, Trial proof) {
        if (proof.variant() == null) {
            return Optional.empty();
        }
        var edition = proof.selection().edition();
        return as == null
                ? Optional.of(app.proofs().copy(edition, proof.variant(), NOBODY))
                : copyFor(app, edition, subscriber(app, as));
    }

    /** Empty: no story is in the sections that they chose. */
    private static Optional<Copy> copyFor(App app, Edition edition, Reader reader) {
        var choice = reader.choice(edition.newsletter());
        return choice.of(edition).stories() == 0
                ? Optional.empty()
                : Optional.of(app.proofs().copy(edition, app.publisher().variant(edition, choice), reader));
    }

    private static Reader subscriber(App app, EmailAddress address) {
        return app.subscribers().find(address).map(Reader::of).orElseThrow(() -> unknown(address));
    }

    private static IllegalArgumentException unknown(EmailAddress address) {
        return new IllegalArgumentException(
                "Nobody subscribes with " + address + ". \"subscribers export\" shows who does.");
    }

    private void save(Copy copy) throws IOException {
        Files.createDirectories(folder);
        save("digest.html", copy.html());
        save("digest.txt", copy.text());
        save("digest.eml", copy.message());
    }

    private void save(String name, String content) throws IOException {
        var file = folder.resolve(name);
        try (var writer = as == null ? Files.newBufferedWriter(file) : OwnersOnly.writer(file)) {
            writer.write(content);
        }
    }
}
