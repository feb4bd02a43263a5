package org.keepreading.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import org.keepreading.text.Laid;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command on an installation, or a noun with its verbs: what it works with, and where it says what came of it. */
abstract class InstallationCommand {
    @Spec
    CommandSpec spec;

    Installation installation() {
        return ((RootCommand) spec.root().userObject()).installation;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Opens the program for a deed that gives what to say. @return the exit status */
    <E extends Exception> int saying(Installation.Deed<Object, E> deed) throws E {
        return say(installation().with(deed));
    }

    /** An empty text is nothing to say, as of a list in which there is nothing. @return the exit status */
    int say(Object answer) {
        if (!answer.toString().isEmpty()) {
            out().println(answer);
        }
        return 0;
    }

    /** A list for a script or for a person, who reads a line of each. */
    static <T> Object listed(boolean json, List<T> all, Function<T, ?> answer, Function<T, String> line) {
        return json
                ? Json.of(all.stream().map(answer).toList())
                : Laid.lines(all.stream().map(line).toList());
    }
}
