package org.keepreading.delivery;

import java.util.List;

/**
 * A run of neighbours in an audience.
 *
 * @param first subscriber id
 * @param last subscriber id, inclusive
 * @param members how many of those between are in the audience, at most
 */
record IdRange(long first, long last, int members) {

    /** @param ids in order */
    static IdRange of(List<Long> ids) {
        return new IdRange(ids.get(0), ids.get(ids.size() - 1), ids.size());
    }

    /** One that nobody has looked into: every subscriber between may be in the audience. */
    static IdRange wide(long first, long last) {
        return new IdRange(first, last, (int) Math.min(Integer.MAX_VALUE, last - first + 1));
    }
}
