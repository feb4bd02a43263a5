package org.keepreading.node;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Lets others see that this process is at work, and this process see whether its clock is right. */
@Component
public class Heartbeat {
    private final Nodes nodes;
    private final SharedClock clock;
    private final NodeSettings settings;
    private final MeterRegistry meters;

    Heartbeat(Nodes nodes, SharedClock clock, NodeSettings settings, MeterRegistry meters) {
        this.nodes = nodes;
        this.clock = clock;
        this.settings = settings;
        this.meters = meters;
    }

    /**
     * This process is seen at work as long as the work takes.
     *
     * @param role the command that it runs
     */
    public void during(String role, Runnable work) {
        var presence = begin(role);
        try {
            work.run();
        } finally {
            presence.close();
        }
    }

    /** This process is seen at work until what is returned is closed. */
    Presence begin(String role) {
        var now = clock.instant();
        var presence = new Presence(new NodeFacts(settings.name(), role, now), nodes, clock, new Workload(meters, now));
        presence.begin(settings.heartbeat());
        return presence;
    }
}
