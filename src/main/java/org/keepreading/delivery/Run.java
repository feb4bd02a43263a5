package org.keepreading.delivery;

import java.util.List;

/**
 * A run of neighbours in an audience.
 *
 * @param first subscriber id
 * @param last subscriber id, inclusive
 * @param members how many of those between are in the audience
 */
record Run(long first, long last, int members) {

    /** @param ids in order */
    static Run of(List<Long> ids) {
        return new Run(ids.get(0), ids.get(ids.size() - 1), ids.size());
    }
}
