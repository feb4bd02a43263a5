package org.keepreading.cli;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.delivery.Proofs;
import org.keepreading.delivery.Proofs.Copy;
import org.keepreading.edition.Choice;
import org.keepreading.edition.Edition;
import org.keepreading.edition.Selection;
import org.keepreading.edition.Variant;
import org.keepreading.home.OwnersOnly;
import org.keepreading.publishing.Proof;
import org.keepreading.publishing.Publisher;
import org.keepreading.subscriber.EmailAddress;
import org.keepreading.subscriber.Subscriber;
import org.keepreading.subscriber.Subscribers;
import org.keepreading.teaser.SectionKey;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code preview}: the edition as it would be sent, as files to look at. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description =
                "Writes the edition as it would be sent: digest.html, digest.txt and digest.eml; says why each teaser is in or not.")
final class Preview implements Callable<Integer> {
    private static final EmailAddress NOBODY = new EmailAddress("reader@example.org");
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SlotOptions options = new SlotOptions();

    @Option(
            names = "--as",
            paramLabel = "ADDRESS",
            description = "As this subscriber gets it: name and chosen sections.")
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

    Preview(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        try (var app = installation.open()) {
            var proof = app.getBean(Publisher.class).proof(options.newsletter(), options.slot(app));
            var copy = copy(app, proof);
            if (copy.isPresent()) {
                save(copy.get());
            }
            print(proof.selection(), copy.map(Copy::subject));
            return 0;
        }
    }

    private void print(Selection selection, Optional<String> subject) {
        var place = folder.toAbsolutePath().normalize();
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(answer(selection, subject, place)));
        } else {
            new Listing(out).print(selection);
            subject.ifPresent(words -> out.println("Subject: " + words));
            out.println(selection
                    .tooFew()
                    .map(reason -> "No files were written: " + reason + ".")
                    .orElse("Written: digest.html, digest.txt and digest.eml in " + place + "."));
        }
    }

    private static Map<String, @Nullable Object> answer(Selection selection, Optional<String> subject, Path place) {
        var written = Stream.of("digest.html", "digest.txt", "digest.eml")
                .filter(file -> !selection.isTooFew())
                .map(file -> place.resolve(file).toString())
                .toList();
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("files", written);
        answer.put("subject", subject.orElse(null));
        answer.put("reason", selection.tooFew().orElse(null));
        answer.put("candidates", CandidateAnswer.of(selection));
        return answer;
    }

    private Optional<Copy> copy(ApplicationContext app, Proof proof) {
        return Optional.ofNullable(proof.variant())
                .map(variant -> copyFor(app, proof.selection().edition(), variant));
    }

    private Copy copyFor(ApplicationContext app, Edition edition, Variant everything) {
        var proofs = app.getBean(Proofs.class);
        var address = as;
        if (address == null) {
            return proofs.copy(edition, everything, NOBODY, null);
        }
        var subscriber = app.getBean(Subscribers.class).find(address).orElseThrow(() -> unknown(address));
        var choice = new Choice(sections(subscriber), edition.newsletter().language());
        var theirs = app.getBean(Publisher.class).variant(edition, choice);
        return proofs.copy(edition, theirs, subscriber.email(), subscriber.name());
    }

    private static Set<SectionKey> sections(Subscriber subscriber) {
        return subscriber.sections().stream().map(SectionKey::new).collect(toSet());
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
