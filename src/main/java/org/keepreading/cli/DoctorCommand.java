package org.keepreading.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.keepreading.doctor.Finding;
import org.keepreading.doctor.Finding.Grade;
import org.springframework.beans.BeansException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}: is this installation fit to send. */
@Command(
        name = "doctor",
        description = {
            "Looks whether this installation is fit to send: database, disk, clock, relay (without sending a message), public"
                    + " address and one-click unsubscribing, and in the DNS SPF, DKIM, DMARC and MX of each newsletter's sender.",
            "Prints how each stands and what to do, with the missing records ready to paste. Exit status 1 if there is a problem."
        })
final class DoctorCommand extends InstallationCommand implements Callable<Integer> {
    @Option(names = "--json", description = Json.FOR_A_SCRIPT)
    private boolean json;

    @Override
    public Integer call() {
        var findings = findings();
        if (json) {
            out().println(Json.of(findings.stream().map(DoctorCommand::answer).toList()));
        }
        return findings.stream().anyMatch(finding -> finding.grade() == Grade.PROBLEM) ? 1 : 0;
    }

    private List<Finding> findings() {
        try {
            return installation()
                    .set("logging.level.root=off", "logging.level.org.keepreading=off")
                    .inspecting(app -> app.doctor().findings().peek(this::print).toList());
        } catch (BeansException e) {
            var finding = Finding.noStart(e);
            print(finding);
            return List.of(finding);
        }
    }

    /** At once, for some take their time. */
    private void print(Finding finding) {
        if (!json) {
            out().println(new FindingText(finding).lines());
        }
    }

    private static Map<String, String> answer(Finding finding) {
        var answer = new LinkedHashMap<String, String>();
        answer.put("grade", finding.grade().name().toLowerCase(Locale.ROOT));
        answer.put("subject", finding.subject());
        answer.put("sentence", finding.sentence());
        answer.put("cure", finding.cure());
        answer.put("record", finding.record());
        return answer;
    }
}
