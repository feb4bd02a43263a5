package org.keepreading.publishing;

import java.util.Properties;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.quartz.autoconfigure.QuartzProperties;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs that Quartz keeps in our database. */
@Configuration(proxyBeanMethods = false)
class QuartzSetup {

    /** Quartz' own SQL knows only one of our databases without being told. */
    @Bean
    SchedulerFactoryBeanCustomizer databaseDialect(
            QuartzProperties settings, @Value("${spring.datasource.url}") String url) {
        return scheduler -> {
            if (url.startsWith("jdbc:postgresql:")) {
                var withDialect = new Properties();
                withDialect.putAll(settings.getProperties());
                withDialect.put("org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName());
                scheduler.setQuartzProperties(withDialect);
            }
        };
    }

    @Bean
    SchedulerFactoryBeanCustomizer endOnErrors() {
        return scheduler -> scheduler.setGlobalJobListeners(new JobErrors());
    }

    @Bean
    JobDetail publishJob() {
        return JobBuilder.newJob(SlotJob.class)
                .withIdentity(SlotJob.KEY)
                .storeDurably()
                .requestRecovery()
                .build();
    }

    @Bean
    JobDetail watchdogJob() {
        return JobBuilder.newJob(WatchdogJob.class)
                .withIdentity(WatchdogJob.KEY)
                .storeDurably()
                .build();
    }

    @Bean
    JobDetail tidyJob() {
        return JobBuilder.newJob(TidyJob.class)
                .withIdentity(TidyJob.KEY)
                .storeDurably()
                .build();
    }

    @Bean
    JobDetail noticeJob() {
        return JobBuilder.newJob(NoticeJob.class)
                .withIdentity(NoticeJob.KEY)
                .storeDurably()
                .build();
    }

    @Bean
    Trigger watchdogTrigger() {
        return every(1, "watchdog", watchdogJob());
    }

    @Bean
    Trigger noticeTrigger() {
        return every(1, "notice", noticeJob());
    }

    @Bean
    Trigger tidyTrigger() {
        return every(60, "tidy", tidyJob());
    }

    private static Trigger every(int minutes, String name, JobDetail job) {
        return TriggerBuilder.newTrigger()
                .withIdentity(name)
                .forJob(job)
                .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever(minutes)
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }
}
