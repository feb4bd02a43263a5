package org.keepreading.delivery;

/** Says why an edition could not be delivered to its end, and that it waits. */
public final class SendingStopped extends RuntimeException {
    SendingStopped(String sentence) {
        super(sentence);
    }
}
