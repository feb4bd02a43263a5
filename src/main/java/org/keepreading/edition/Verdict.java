package org.keepreading.edition;

import org.keepreading.address.SectionKey;

/** A candidate as it is kept with its edition: which teaser it was, and in words why it is in or not. */
public record Verdict(long teaserId, SectionKey section, String headline, boolean picked, String reason) {

    public static Verdict of(Candidate candidate) {
        var teaser = candidate.teaser();
        return new Verdict(teaser.id(), teaser.section(), teaser.headline(), candidate.picked(), candidate.reason());
    }
}
