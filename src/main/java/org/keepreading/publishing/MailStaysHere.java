package org.keepreading.publishing;

/** What stands in the relay's place and lets no mail leave this machine, so that no link need lead to it from elsewhere. */
public interface MailStaysHere {}
