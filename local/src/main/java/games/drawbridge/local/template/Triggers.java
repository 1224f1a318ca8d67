package games.drawbridge.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Reads the events of a function that are no routes.
final class Triggers {
    private static final int MOST_WINDOW_SECONDS = 300;
    private static final int MOST_BATCH = 10_000;
    private static final int MOST_RETRIES = 10_000;
    private static final int MOST_AGE_SECONDS = 604_800;

    private final String function;
    private final String name;

    Triggers(String function, String event) {
        this.function = function;
        this.name = function + "." + event;
    }

    Optional<Trigger> read(String type, Props props) {
        if (!enabled(props)) {
            props.ignore(props.names().toArray(String[]::new));
            return Optional.empty();
        }
        return Optional.of(
                switch (type) {
                    case "DynamoDB" -> stream(props);
                    case "SQS" -> queue(props);
                    case "Schedule" -> clock(props, "Schedule", "aws.events");
                    case "ScheduleV2" -> clock(props, "ScheduleExpression", "aws.scheduler");
                    default ->
                            throw new TemplateFault(
                                    props.where(), "events of type " + type + " don't run locally");
                });
    }

    private static boolean enabled(Props props) {
        return props.flag("Enabled", true)
                && props.maybe("State").orElse("ENABLED").equals("ENABLED");
    }

    private Trigger stream(Props props) {
        props.only("ParallelizationFactor", "1");
        String position = props.text("StartingPosition");
        if (!position.equals("LATEST") && !position.equals("TRIM_HORIZON"))
            throw new TemplateFault(props.where("StartingPosition"), "LATEST or TRIM_HORIZON");
        int age = props.whole("MaximumRecordAgeInSeconds", -1, -1, MOST_AGE_SECONDS);
        return new Trigger.OfStream(
                name,
                function,
                between(props, "Stream", ":table/", "/stream/"),
                position.equals("TRIM_HORIZON"),
                batch(props, 100),
                patterns(props),
                props.flag("BisectBatchOnFunctionError", false),
                props.whole("MaximumRetryAttempts", -1, -1, MOST_RETRIES),
                age < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(age)),
                partial(props),
                onFailure(props));
    }

    private Trigger queue(Props props) {
        props.in("ScalingConfig").ignore("MaximumConcurrency");
        return new Trigger.OfQueue(
                name,
                function,
                props.text("Queue").replaceFirst(".*:", ""),
                batch(props, 10),
                patterns(props),
                partial(props));
    }

    private Trigger clock(Props props, String expression, String source) {
        props.ignore("Name", "Description", "RetryPolicy");
        props.in("FlexibleTimeWindow").only("Mode", "OFF");
        props.only("ScheduleExpressionTimezone", "UTC");
        return new Trigger.OfClock(
                name, function, props.text(expression), props.maybe("Input"), source);
    }

    private static Trigger.Batch batch(Props props, int usual) {
        return new Trigger.Batch(
                props.whole("BatchSize", usual, 1, MOST_BATCH),
                Duration.ofSeconds(
                        props.whole("MaximumBatchingWindowInSeconds", 0, 0, MOST_WINDOW_SECONDS)));
    }

    private static List<String> patterns(Props props) {
        return props.in("FilterCriteria").all("Filters").stream()
                .map(filter -> filter.text("Pattern"))
                .toList();
    }

    private static boolean partial(Props props) {
        var types = props.texts("FunctionResponseTypes");
        if (!types.stream().allMatch("ReportBatchItemFailures"::equals))
            throw new TemplateFault(
                    props.where("FunctionResponseTypes"), "only ReportBatchItemFailures runs");
        return !types.isEmpty();
    }

    private static Optional<String> onFailure(Props props) {
        var failure = props.in("DestinationConfig").in("OnFailure");
        failure.only("Type", "SQS");
        return failure.maybe("Destination");
    }

    private static String between(Props props, String name, String before, String after) {
        String text = props.text(name);
        int start = text.indexOf(before);
        int end = text.indexOf(after);
        if (start < 0 || end < start)
            throw new TemplateFault(props.where(name), "must be a table's StreamArn");
        return text.substring(start + before.length(), end);
    }
}
