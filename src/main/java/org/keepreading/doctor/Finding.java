package org.keepreading.doctor;

/**
 * What was looked at, and how it stands.
 *
 * @param subject a word or two, such as "SPF of harbour.example"
 * @param sentence how it stands
 * @param cure what to do; empty: nothing
 * @param record what is missing in the DNS, ready to paste; empty: none
 */
public record Finding(Grade grade, String subject, String sentence, String cure, String record) {

    /** How bad it is. */
    public enum Grade {
        OK,
        /** It works, but not as well as it could, or it could not be looked up. */
        WARNING,
        /** Mail does not leave, or will not be let in. */
        PROBLEM
    }

    static Finding ok(String subject, String sentence) {
        return new Finding(Grade.OK, subject, sentence, "", "");
    }

    static Finding warning(String subject, String sentence, String cure) {
        return new Finding(Grade.WARNING, subject, sentence, cure, "");
    }

    static Finding problem(String subject, String sentence, String cure) {
        return new Finding(Grade.PROBLEM, subject, sentence, cure, "");
    }

    static Finding unknown(String subject, String name) {
        return warning(
                subject,
                name + " could not be looked up: the DNS gave no answer.",
                "Try again, or name another server in keepreading.doctor.name-server.");
    }

    /** So little works that nothing else could be looked at. */
    public static Finding noStart(RuntimeException problem) {
        return problem(
                "Start",
                "The program can't start: " + Deepest.words(problem) + ".",
                "If it is the database, look at spring.datasource.* and whether it runs.");
    }

    Finding with(String record) {
        return new Finding(grade, subject, sentence, cure, record);
    }
}
