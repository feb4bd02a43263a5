package org.keepreading.relay;

import java.util.function.LongPredicate;

/**
 * What a relay is chosen by.
 *
 * @param newsletter its key
 * @param domain of the reader's address
 * @param isAmongNewest whether the reader is among so many who joined last: while a relay's address is new, theirs is the
 *     mail that it is given
 */
public record RoutingKey(String newsletter, String domain, LongPredicate isAmongNewest) {}
