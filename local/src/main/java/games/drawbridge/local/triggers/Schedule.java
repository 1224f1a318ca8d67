package games.drawbridge.local.triggers;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import games.drawbridge.local.template.TemplateFault;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/// When a clock rings: `rate(5 minutes)` or `cron(0 12 * * ? *)`, in UTC.
@FunctionalInterface
interface Schedule {
    Pattern FORM = Pattern.compile("(rate|cron)\\((.+)\\)");
    Pattern RATE = Pattern.compile("(\\d{1,6}) (minute|hour|day)s?");

    /// The next time after that one; none when it will never ring again.
    Optional<Instant> after(Instant last);

    /// @throws TemplateFault when it is neither
    static Schedule read(String where, String expression) {
        var form = FORM.matcher(expression);
        if (!form.matches()) throw new TemplateFault(where, "must be rate(…) or cron(…)");
        return form.group(1).equals("rate")
                ? rate(where, form.group(2))
                : cron(where, form.group(2));
    }

    private static Schedule rate(String where, String rate) {
        var form = RATE.matcher(rate);
        if (!form.matches()) throw new TemplateFault(where, "no rate: " + rate);
        long count = Long.parseLong(form.group(1));
        var every =
                switch (form.group(2)) {
                    case "minute" -> Duration.ofMinutes(count);
                    case "hour" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                };
        if (every.isZero()) throw new TemplateFault(where, "no rate: " + rate);
        return last -> Optional.of(last.plus(every));
    }

    /// AWS's six fields are Quartz's without the seconds.
    private static Schedule cron(String where, String fields) {
        try {
            var quartz = CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ);
            if (fields.strip().split("\\s+", -1).length != 6)
                throw new IllegalArgumentException("six fields");
            var time = ExecutionTime.forCron(new CronParser(quartz).parse("0 " + fields));
            return last ->
                    time.nextExecution(last.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toInstant);
        } catch (IllegalArgumentException bad) {
            throw new TemplateFault(where, "no cron expression: " + bad.getMessage());
        }
    }
}
