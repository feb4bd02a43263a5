package org.keepreading.cli;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.keepreading.delivery.Audiences;
import org.keepreading.delivery.Deliveries;
import org.keepreading.delivery.EditionControl;
import org.keepreading.delivery.Failures;
import org.keepreading.delivery.Forecast;
import org.keepreading.delivery.Senders;
import org.keepreading.delivery.Stragglers;
import org.keepreading.delivery.Undelivered;
import org.keepreading.doctor.Doctor;
import org.keepreading.doctor.KeyInDns;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Plans;
import org.keepreading.edition.PublicUrl;
import org.keepreading.edition.TemplateCheck;
import org.keepreading.edition.Templates;
import org.keepreading.installation.LiveInstallation;
import org.keepreading.journal.Journal;
import org.keepreading.letter.Proofs;
import org.keepreading.letter.SigningKeys;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.node.Heartbeat;
import org.keepreading.node.Nodes;
import org.keepreading.publishing.Alarms;
import org.keepreading.publishing.Amending;
import org.keepreading.publishing.Planning;
import org.keepreading.publishing.Preflight;
import org.keepreading.publishing.Publisher;
import org.keepreading.source.Feeds;
import org.keepreading.source.Sources;
import org.keepreading.subscriber.Consent;
import org.keepreading.subscriber.Export;
import org.keepreading.subscriber.Import;
import org.keepreading.subscriber.ListIntake;
import org.keepreading.subscriber.Lists;
import org.keepreading.subscriber.SubscriberCounts;
import org.keepreading.subscriber.Subscribers;
import org.keepreading.subscriber.Suppressions;
import org.keepreading.teaser.Sections;
import org.keepreading.teaser.Teasers;
import org.keepreading.web.demo.MailCatcher;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ServiceLocatorFactoryBean;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

/**
 * What the commands use of the program, by name. Each is made when it is first asked for: a command pays for no more than it
 * uses. That these are beans is known here, and that there is a context in {@link Running} and {@link Installation} alone.
 */
interface App {

    static App of(BeanFactory beans) {
        var locator = new ServiceLocatorFactoryBean();
        locator.setServiceLocatorInterface(App.class);
        locator.setBeanFactory(beans);
        locator.afterPropertiesSet();
        return App.class.cast(requireNonNull(locator.getObject()));
    }

    Alarms alarms();

    Amending amending();

    Audiences audiences();

    Clock clock();

    Consent consent();

    Deliveries deliveries();

    Doctor doctor();

    EditionControl editionControl();

    Editions editions();

    Export subscriberExport();

    Failures failures();

    Feeds feeds();

    Forecast forecast();

    Heartbeat heartbeat();

    Import subscriberImport();

    Journal journal();

    KeyInDns keyInDns();

    ListIntake listIntake();

    Lists lists();

    LiveInstallation liveInstallation();

    MailCatcher mailCatcher();

    Newsletters newsletters();

    Nodes nodes();

    Planning planning();

    Plans plans();

    Preflight preflight();

    Proofs proofs();

    PublicUrl publicUrl();

    Publisher publisher();

    Sections sections();

    Senders senders();

    ServerProperties serverProperties();

    SigningKeys signingKeys();

    Sources sources();

    Stragglers stragglers();

    SubscriberCounts subscriberCounts();

    Subscribers subscribers();

    Suppressions suppressions();

    Teasers teasers();

    TemplateCheck templateCheck();

    Templates templates();

    Undelivered undelivered();
}
