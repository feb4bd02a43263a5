package org.keepreading.web.reader;

import java.util.List;
import java.util.Optional;
import org.keepreading.address.ListKey;
import org.keepreading.address.NewsletterKey;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.subscriber.LinkClaim;
import org.keepreading.subscriber.LinkTokens;
import org.keepreading.subscriber.Lists;
import org.keepreading.subscriber.NamedList;
import org.keepreading.subscriber.Purpose;
import org.keepreading.subscriber.Subscribers;
import org.springframework.stereotype.Component;

/** Opens readers' links, and makes those from one page to the other. */
@Component
class ReaderLinks {
    private final LinkTokens links;
    private final Newsletters newsletters;
    private final Subscribers subscribers;
    private final Lists lists;

    ReaderLinks(LinkTokens links, Newsletters newsletters, Subscribers subscribers, Lists lists) {
        this.links = links;
        this.newsletters = newsletters;
        this.subscribers = subscribers;
        this.lists = lists;
    }

    /** @throws NotHere where the token is none of ours, or for something else */
    ReaderLink open(String token, Purpose purpose) {
        var claim = links.read(token).filter(read -> read.purpose() == purpose).orElseThrow(NotHere::brokenLink);
        var newsletter = newsletters.remembered(new NewsletterKey(claim.newsletterKey()));
        return new ReaderLink(
                claim,
                newsletter.orElse(null),
                subscribers.find(claim.subscriberId()).orElse(null),
                listsOf(newsletter));
    }

    private List<ListKey> listsOf(Optional<Newsletter> newsletter) {
        return newsletter
                .map(Newsletter::lists)
                .orElseGet(() -> lists.all().stream().map(NamedList::key).toList());
    }

    String preferences(LinkClaim claim) {
        return "/preferences/" + links.token(Purpose.PREFERENCES, claim.subscriberId(), claim.newsletterKey());
    }
}
