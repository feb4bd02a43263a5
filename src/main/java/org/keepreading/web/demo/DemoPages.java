package org.keepreading.web.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keepreading.edition.PublicUrl;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the catcher caught, as it arrives, and how to go from the demo to a newsletter of one's own. */
@RestController
@Profile("demo")
class DemoPages {
    /** Nothing but our own style sheet, script and pictures; the caught message in a frame. */
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'self'; script-src 'self';"
            + " connect-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    /** A mail program runs no script either: in a frame or opened by itself, the message is in a sandbox. */
    private static final String MESSAGE_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox;"
            + " default-src 'none'; style-src 'unsafe-inline'; img-src http: https: data:; form-action 'none';"
            + " frame-ancestors 'self'";

    private final MailCatcher catcher;
    private final PublicUrl publicUrl;
    private final Clock clock;
    private final DemoTemplates pages = new DemoTemplates();

    DemoPages(MailCatcher catcher, PublicUrl publicUrl, Clock clock) {
        this.catcher = catcher;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @GetMapping("/demo")
    ResponseEntity<String> newest(
            @RequestParam(defaultValue = "phone") View view,
            @RequestParam(defaultValue = "light") ColourScheme scheme) {
        var newest = catcher.messages().stream().findFirst();
        return page("demo", desk(newest.orElse(null), view, scheme));
    }

    @GetMapping("/demo/messages/{number}")
    ResponseEntity<String> message(
            @PathVariable long number,
            @RequestParam(defaultValue = "phone") View view,
            @RequestParam(defaultValue = "light") ColourScheme scheme) {
        return page("demo", desk(caught(number), view, scheme));
    }

    @GetMapping("/demo/messages/{number}/html")
    ResponseEntity<String> html(@PathVariable long number, @RequestParam(defaultValue = "light") ColourScheme scheme) {
        var html = OpenedMessage.of(caught(number).source()).html();
        return html(MESSAGE_POLICY, scheme.show(html == null ? "<p>This message has no HTML part.</p>" : html));
    }

    /** The list's entries for what came after a message of this number. */
    @GetMapping("/demo/arrivals")
    ResponseEntity<String> arrivals(
            @RequestParam long after, @RequestParam View view, @RequestParam ColourScheme scheme) {
        return page("entries", Map.of("messages", catcher.after(after), "look", look(view, scheme)));
    }

    @GetMapping("/demo/articles/{guid}")
    ResponseEntity<String> article(@PathVariable String guid) {
        return page("article", Map.of("article", found(SampleNewsroom.article(guid))));
    }

    @GetMapping(path = "/demo/files/teasers.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String teasers() {
        return newsroom().teasers();
    }

    @GetMapping(path = "/demo/files/newsletter.yaml", produces = "text/plain;charset=UTF-8")
    String newsletter() {
        return newsroom().newsletter();
    }

    @GetMapping(path = "/demo/files/subscribers.csv", produces = "text/plain;charset=UTF-8")
    String subscribers() {
        return newsroom().subscribers();
    }

    private Map<String, Object> desk(@Nullable CaughtMessage opened, View view, ColourScheme scheme) {
        var model = new HashMap<String, Object>(Map.of(
                "caught", catcher.caught(),
                "messages", catcher.messages(),
                "view", view.word(),
                "scheme", scheme.word(),
                "look", look(view, scheme)));
        if (opened != null) {
            model.put("opened", opened);
            model.put(
                    "text",
                    Optional.ofNullable(OpenedMessage.of(opened.source()).text())
                            .orElse(""));
            model.put("source", new String(opened.source().getBytes(ISO_8859_1), UTF_8));
        }
        return model;
    }

    private static String look(View view, ColourScheme scheme) {
        return "view=" + view.word() + "&scheme=" + scheme.word();
    }

    private CaughtMessage caught(long number) {
        return found(catcher.find(number));
    }

    private SampleNewsroom newsroom() {
        return new SampleNewsroom(publicUrl.publicUrl(), clock.instant());
    }

    private static <T> T found(Optional<T> something) {
        return something.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ResponseEntity<String> page(String name, Map<String, ?> model) {
        return html(PAGE_POLICY, pages.page(name, model));
    }

    private static ResponseEntity<String> html(String policy, String html) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .body(html);
    }
}
