package org.keepreading.newsletter;

import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quartz.CronExpression;

/** Refuses what is no Quartz cron expression, with the expression that was probably meant. */
final class CronForm {
    private static final Pattern UNIX_WEEKDAY = Pattern.compile("(?<![/#\\w])[0-7](?!\\w)");
    private static final Pattern QUARTZ_WEEKDAY = Pattern.compile("(?<![/#\\w])[1-7](?![\\w#])");
    private static final Pattern NAMED_STEP = Pattern.compile("[A-Za-z]{3}/");
    private static final Pattern DAILY = Pattern.compile("0 (\\d+) (\\d+) \\* \\* \\?");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private CronForm() {}

    static void check(String cron) {
        var fields = List.of(cron.strip().split("\\s+"));
        if (fields.size() < 6 || fields.size() > 7) {
            throw new IllegalArgumentException("\"%s\" has %d %s and a schedule has 6. %s"
                    .formatted(cron, fields.size(), fields.size() == 1 ? "field" : "fields", advice(fromUnix(fields))));
        }
        try {
            CronExpression.validateExpression(cron);
        } catch (ParseException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no schedule (%s). %s".formatted(cron, e.getMessage(), advice(withQuestionMark(fields))));
        }
    }

    /** What a valid expression says that its writer hardly meant: Quartz counts weekdays from Sunday, as 1, and steps over none by name. */
    static Optional<String> doubt(String cron) {
        var fields = cron.strip().split("\\s+");
        var days = fields[5];
        if (NAMED_STEP.matcher(days).find()) {
            return Optional.of(
                    "\"%s\" is read as its first day alone. Write the days, such as MON,WED,FRI.".formatted(days));
        }
        if (!QUARTZ_WEEKDAY.matcher(days).find()) {
            return Optional.empty();
        }
        fields[5] = QUARTZ_WEEKDAY.matcher(days).replaceAll(digit -> WEEKDAYS.get(Integer.parseInt(digit.group()) - 1));
        var counted = String.join(" ", fields);
        fields[5] = weekday(days);
        return Optional.of(
                ("Weekdays are counted from Sunday here, as 1: \"%s\" is %s. Name them: write \"%s\" for that, or"
                                + " \"%s\" if Monday is your 1.")
                        .formatted(cron, counted.split(" ", -1)[5], counted, String.join(" ", fields)));
    }

    private static String advice(Optional<String> meant) {
        return meant.filter(CronExpression::isValidExpression)
                .map(CronForm::asWritten)
                .orElse("Write second, minute, hour, day, month and weekday, such as \"0 0 7 ? * MON-FRI\".");
    }

    private static String asWritten(String cron) {
        var daily = DAILY.matcher(cron);
        return daily.matches()
                ? "For every day at %02d:%02d write \"%s\".".formatted(hour(daily), minute(daily), cron)
                : "Perhaps write \"%s\".".formatted(cron);
    }

    private static int hour(Matcher daily) {
        return Integer.parseInt(daily.group(2));
    }

    private static int minute(Matcher daily) {
        return Integer.parseInt(daily.group(1));
    }

    /** Unix' crontab has no seconds, counts weekdays from Sunday as 0, and may end early. */
    private static Optional<String> fromUnix(List<String> fields) {
        if (fields.size() < 4 || fields.size() > 5) {
            return Optional.empty();
        }
        var weekday = fields.size() == 4 || fields.get(4).equals("*") ? "?" : weekday(fields.get(4));
        var day = !weekday.equals("?") && fields.get(2).equals("*") ? "?" : fields.get(2);
        return Optional.of(String.join(" ", "0", fields.get(0), fields.get(1), day, fields.get(3), weekday));
    }

    private static String weekday(String unix) {
        return UNIX_WEEKDAY.matcher(unix).replaceAll(digit -> WEEKDAYS.get(Integer.parseInt(digit.group())));
    }

    /** Of day and weekday Quartz wants one left open by "?". */
    private static Optional<String> withQuestionMark(List<String> fields) {
        var corrected = fields.toArray(String[]::new);
        corrected[5] = weekday(corrected[5]);
        if (corrected[5].equals("*")) {
            corrected[5] = "?";
        } else if (corrected[3].equals("*")) {
            corrected[3] = "?";
        }
        return Optional.of(String.join(" ", Arrays.asList(corrected)));
    }
}
