package org.keepreading.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.keepreading.address.ListKey;
import org.keepreading.subscriber.RefusedLine;
import org.keepreading.subscriber.Tally;
import org.keepreading.text.Laid;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Says what became of a file of subscribers, line by line as it is read: a million refusals fill no memory. */
interface SubscribersReport {
    void refused(RefusedLine refusal);

    void total(Tally tally);

    record ForPeople(PrintWriter out, ListKey list, boolean listIsNew) implements SubscribersReport {

        @Override
        public void refused(RefusedLine refusal) {
            out.printf("line %d: %s%n", refusal.line(), refusal.reason());
        }

        @Override
        public void total(Tally tally) {
            out.printf(
                    "List \"%s\"%s: %,d new, %,d updated, %,d unchanged, %,d kept unsubscribed, %,d refused.%n",
                    list,
                    listIsNew ? ", which is new" : "",
                    tally.fresh(),
                    tally.updated(),
                    tally.unchanged(),
                    tally.keptUnsubscribed(),
                    tally.refused());
        }
    }

    /** Such as {@code {"refused": [{"line": 7, "reason": …}], "new": 3, …}}. */
    final class ForScripts implements SubscribersReport {
        private final PrintWriter out;
        private final StringWriter written = new StringWriter();
        private final JsonGenerator json;

        ForScripts(PrintWriter out) {
            this.out = out;
            this.json = JsonMapper.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build()
                    .createGenerator(written);
            json.writeStartObject().writeArrayPropertyStart("refused");
        }

        @Override
        public void refused(RefusedLine refusal) {
            json.writeStartObject()
                    .writeNumberProperty("line", refusal.line())
                    .writeStringProperty("reason", refusal.reason())
                    .writeEndObject();
            handOver();
        }

        @Override
        public void total(Tally tally) {
            json.writeEndArray()
                    .writeNumberProperty("new", tally.fresh())
                    .writeNumberProperty("updated", tally.updated())
                    .writeNumberProperty("unchanged", tally.unchanged())
                    .writeNumberProperty("keptUnsubscribed", tally.keptUnsubscribed())
                    .writeEndObject();
            handOver();
            out.println();
        }

        private void handOver() {
            json.flush();
            out.print(Laid.json(written.toString()));
            written.getBuffer().setLength(0);
        }
    }
}
