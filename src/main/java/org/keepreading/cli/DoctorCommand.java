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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: is this installation fit to send. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Looks whether this installation is fit to send: database, disk, clock, relay (without sending a message), public"
                    + " address and one-click unsubscribing, and in the DNS SPF, DKIM, DMARC and MX of each newsletter's sender.",
            "Prints how each stands and what to do, with the missing records ready to paste. Exit status 1 if there is a problem."
        })
final class DoctorCommand implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    DoctorCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        var findings = findings();
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(
                            Json.of(findings.stream().map(DoctorCommand::answer).toList()));
        }
        return findings.stream().anyMatch(finding -> finding.grade() == Grade.PROBLEM) ? 1 : 0;
    }

    private List<Finding> findings() {
        try {
            return installation
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
            spec.commandLine().getOut().println(new FindingText(finding).lines());
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
