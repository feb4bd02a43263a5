package org.keepreading.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.keepreading.subscriber.RefusedLine;
import org.keepreading.subscriber.Tally;
import org.keepreading.text.Laid;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report for scripts: {@code {"refused": [{"line": 7, "reason": …}], "new": 3, …}}. */
final class SubscribersReportJson implements SubscribersReport {
    private final PrintWriter out;
    private final StringWriter written = new StringWriter();
    private final JsonGenerator json;

    SubscribersReportJson(PrintWriter out) {
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
