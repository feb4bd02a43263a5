package org.keepreading.testing;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.keepreading.testing.FaultyRelay.Stage;

/** Faults of every kind at every stage, as a seed has it; the same seed gives the same mixture. */
public final class Mischief {
    private static final Map<String, Fault> FAULTS = Map.of(
            "drop", Fault.drop(),
            "reset", Fault.reset(),
            "garbage", Fault.garbage(),
            "byte by byte", Fault.byteByByte(),
            "leave", Fault.reply("421 4.3.2 Shutting down"),
            "later", Fault.reply("451 4.3.0 Try again"),
            "full", Fault.reply("452 4.3.1 No space"),
            "contradict", Fault.reply("250-2.0.0 Well\n451 4.3.0 No"));

    private final Random random;
    private final AtomicInteger unanswered = new AtomicInteger();

    private Mischief(long seed) {
        random = new Random(seed);
    }

    /** @param share how many of a hundred replies are wrong */
    public static Mischief of(FaultyRelay relay, long seed, double share) {
        var mischief = new Mischief(seed);
        var each = share / FAULTS.size() / 100;
        Stream.of(Stage.CONNECT, Stage.EHLO, Stage.MAIL, Stage.RCPT, Stage.DATA, Stage.DOT)
                .forEach(stage -> List.copyOf(FAULTS.keySet()).stream()
                        .sorted()
                        .forEach(fault -> relay.when(stage, line -> mischief.strikes(each), FAULTS.get(fault))));
        relay.when(
                Stage.DOT,
                line -> mischief.strikes(each) && mischief.unanswered.incrementAndGet() > 0,
                Fault.drop().afterTaking());
        return mischief;
    }

    /** How many messages were taken without an answer: whoever sent them can't know. */
    public int unanswered() {
        return unanswered.get();
    }

    private synchronized boolean strikes(double share) {
        return random.nextDouble() < share;
    }
}
