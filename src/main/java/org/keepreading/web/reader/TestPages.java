package org.keepreading.web.reader;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.keepreading.letter.TestMails;
import org.keepreading.letter.TestMails.TestMail;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.Newsletters;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the links of a test mail lead: to what a reader would see there, marked as a test. Nothing here changes anything. */
@Controller
class TestPages {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String ADDRESS = "the reader's address";
    private static final String MARK =
            "<p style=\"margin:0;padding:12px;background:#ffe9a8;color:#1a1a1a;font:16px/1.4 sans-serif;text-align:center\">"
                    + "This is a test: no reader got this edition.</p>";

    private final TestMails mails;
    private final Newsletters newsletters;

    TestPages(TestMails mails, Newsletters newsletters) {
        this.mails = mails;
        this.newsletters = newsletters;
    }

    @GetMapping("/archive/{newsletter}/test.{token}")
    ResponseEntity<String> webVersion(@PathVariable String token, HttpServletResponse response) {
        var page = Jsoup.parse(mail(token).webVersion());
        page.outputSettings().prettyPrint(false);
        page.body().prepend(MARK);
        PageHeaders.TEST_EDITION.writeTo(response);
        return ResponseEntity.ok().contentType(HTML).body(page.outerHtml());
    }

    @GetMapping("/unsubscribe/test.{token}")
    ModelAndView unsubscribe(@PathVariable String token) {
        return unsubscribe("unsubscribe", token);
    }

    @PostMapping("/unsubscribe/test.{token}")
    ModelAndView leave(@PathVariable String token) {
        return unsubscribe("unsubscribed", token);
    }

    @PostMapping("/unsubscribe/test.{token}/undo")
    ModelAndView stay(@PathVariable String token) {
        return unsubscribe("stays", token);
    }

    private ModelAndView unsubscribe(String view, String token) {
        return new ModelAndView(
                view,
                Map.of(
                        "test",
                        true,
                        "token",
                        "test." + token,
                        "newsletter",
                        newsletter(token).title(),
                        "address",
                        ADDRESS,
                        "known",
                        true,
                        "preferences",
                        "/preferences/test." + token,
                        "undo",
                        true));
    }

    @GetMapping("/preferences/test.{token}")
    ModelAndView preferences(@PathVariable String token, @RequestParam(defaultValue = "") String done) {
        var newsletter = newsletter(token);
        return new ModelAndView(
                "preferences",
                Map.of(
                        "test",
                        true,
                        "token",
                        "test." + token,
                        "done",
                        Done.of(done).sentence,
                        "newsletter",
                        newsletter.title(),
                        "address",
                        ADDRESS,
                        "name",
                        "",
                        "lists",
                        lists(newsletter),
                        "sections",
                        sections(newsletter),
                        "obstacle",
                        ""));
    }

    private static List<Option> lists(Newsletter newsletter) {
        return newsletter.lists().stream()
                .map(list -> new Option(list.value(), newsletter.title(), true))
                .toList();
    }

    private static List<Option> sections(Newsletter newsletter) {
        return newsletter.sections().size() < 2
                ? List.of()
                : newsletter.sections().stream()
                        .map(plan -> new Option(plan.key().value(), plan.title(), true))
                        .toList();
    }

    @PostMapping("/preferences/test.{token}")
    ResponseEntity<Void> save(@PathVariable String token) {
        return back(token, Done.SAVED);
    }

    @PostMapping("/preferences/test.{token}/pause")
    ResponseEntity<Void> pause(@PathVariable String token) {
        return back(token, Done.PAUSED);
    }

    @PostMapping("/preferences/test.{token}/resume")
    ResponseEntity<Void> resume(@PathVariable String token) {
        return back(token, Done.RESUMED);
    }

    @PostMapping("/preferences/test.{token}/leave")
    ResponseEntity<Void> leaveEverything(@PathVariable String token) {
        return back(token, Done.LEFT);
    }

    private ResponseEntity<Void> back(String token, Done done) {
        mail(token);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/preferences/test." + token + "?done=" + done.word))
                .build();
    }

    private TestMail mail(String token) {
        return mails.find(token)
                .orElseThrow(() -> new NotHere(
                        "This test is over",
                        "What a test mail's links show is kept for a month. Send yourself another one."));
    }

    private Newsletter newsletter(String token) {
        return newsletters.find(mail(token).newsletter()).orElseThrow(NotHere::newsletter);
    }
}
