package org.keepreading.web.reader;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.keepreading.subscriber.Consent;
import org.keepreading.subscriber.Purpose;
import org.keepreading.subscriber.Way;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Leaving a newsletter: by one POST, from a mail program's own button (RFC 8058) or from the page with one button. Whatever
 * its body says, the POST unsubscribes; looking changes nothing, for link scanners look too.
 */
@Controller
class UnsubscribePages {
    private final ReaderLinks links;
    private final Consent consent;

    UnsubscribePages(ReaderLinks links, Consent consent) {
        this.links = links;
        this.consent = consent;
    }

    @GetMapping("/unsubscribe/{token}")
    ModelAndView ask(@PathVariable String token) {
        var link = links.open(token, Purpose.UNSUBSCRIBE);
        return page(getsIt(link) ? "unsubscribe" : "unsubscribed", token, link);
    }

    @PostMapping("/unsubscribe/{token}")
    ModelAndView leave(@PathVariable String token, HttpServletRequest request) {
        var link = links.open(token, Purpose.UNSUBSCRIBE);
        consent.leave(link.claim().subscriberId(), link.lists(), way(request));
        return page("unsubscribed", token, link);
    }

    /** The page's form says so in its address: a body is not waited for. */
    private static Way way(HttpServletRequest request) {
        return "page".equals(request.getQueryString()) ? Way.PAGE : Way.ONE_CLICK;
    }

    /** "That was a mistake." */
    @PostMapping("/unsubscribe/{token}/undo")
    ModelAndView stay(@PathVariable String token) {
        var link = links.open(token, Purpose.UNSUBSCRIBE);
        consent.takeBack(link.claim().subscriberId(), link.lists());
        return page(getsIt(link) ? "stays" : "unsubscribed", token, link);
    }

    private boolean getsIt(ReaderLink link) {
        return consent.of(link.claim().subscriberId()).stream()
                .anyMatch(each ->
                        each.goesOn() && link.lists().contains(each.list().key()));
    }

    private ModelAndView page(String view, String token, ReaderLink link) {
        return new ModelAndView(
                view,
                Map.of(
                        "token", token,
                        "newsletter", link.title(),
                        "address", link.address(),
                        "known", link.subscriber() != null,
                        "preferences", links.preferences(link.claim()),
                        "undo", consent.mayTakeBack(link.claim().subscriberId(), link.lists())));
    }
}
