package org.keepreading.newsletter;

/** When a newsletter is due: a Quartz cron expression in the newsletter's zone. */
public record Schedule(String cron) {}
