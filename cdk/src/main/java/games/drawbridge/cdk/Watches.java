package games.drawbridge.cdk;

import static games.drawbridge.cdk.Watch.above;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.IFilterPattern;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/// Everything that is watched, and beyond which figure somebody is woken.
final class Watches {
    private static final Duration MINUTE = Duration.minutes(1);

    private final Construct scope;
    private final Stage stage;
    private final Half half;
    private final ILogGroup log;

    private Watches(Construct scope, Stage stage) {
        this.scope = scope;
        this.stage = stage;
        this.half = Half.of(stage);
        this.log = LogGroup.fromLogGroupName(scope, "FunctionLog", half.get("FunctionLogName"));
    }

    static List<Watch> of(Construct scope, Stage stage, NetworkStack network, FleetStack fleet) {
        var watches = new Watches(scope, stage);
        var all = new ArrayList<Watch>();
        all.addAll(watches.calls());
        all.addAll(watches.functions());
        all.addAll(watches.leftovers());
        all.addAll(watches.payments());
        all.addAll(watches.liveLog(network));
        all.addAll(watches.nodes(fleet));
        all.add(watches.books());
        all.addAll(watches.events());
        return all;
    }

    private List<Watch> calls() {
        var failed = api("5xx", "Sum");
        var share = new LinkedHashMap<String, IMetric>();
        share.put("failed", failed);
        share.put("all", api("Count", "Sum"));
        var percent =
                MathExpression.Builder.create()
                        .label("percent that failed")
                        // a single call that fails in a quiet minute wakes nobody
                        .expression("IF(failed > 5, 100 * failed / all, 0)")
                        .usingMetrics(share)
                        .period(MINUTE)
                        .build();
        return List.of(
                above("calls-fail", "More than 1 of 100 calls of the API fail.", percent, 1, 5),
                above(
                        "calls-slow",
                        "The slowest hundredth of all calls takes more than a second.",
                        api("Latency", "p99"),
                        1_000,
                        5));
    }

    private Metric api(String name, String statistic) {
        return metric("AWS/ApiGateway", name, statistic, Map.of("ApiId", half.get("ApiId")));
    }

    private List<Watch> functions() {
        return List.of(
                above(
                        "faults",
                        "Functions log faults: something that should not happen.",
                        faults(),
                        5,
                        3),
                above(
                        "functions-throttled",
                        "Functions are asked for more than may run at once.",
                        metric("AWS/Lambda", "Throttles", "Sum", Map.of()),
                        0,
                        3),
                above(
                        "functions-many",
                        "800 of the 1,000 functions that may run at once do.",
                        metric("AWS/Lambda", "ConcurrentExecutions", "Maximum", Map.of()),
                        800,
                        3),
                above(
                        "streams-late",
                        "What follows from a table's changes is a minute late.",
                        metric("AWS/Lambda", "IteratorAge", "Maximum", Map.of()),
                        60_000,
                        5),
                above("tables-throttled", "DynamoDB turns calls away.", throttled(), 10, 3));
    }

    private IMetric faults() {
        return counted("Faults", FilterPattern.stringValue("$.level", "=", "error"));
    }

    /// How many lines of the functions' log are of a kind.
    private IMetric counted(String name, IFilterPattern lines) {
        return MetricFilter.Builder.create(scope, name)
                .logGroup(log)
                .filterPattern(lines)
                .metricNamespace(stage.stack())
                .metricName(name)
                .metricValue("1")
                .build()
                .metric()
                .with(every(MINUTE, "Sum"));
    }

    private static IMetric throttled() {
        return MathExpression.Builder.create()
                .label("throttled by DynamoDB")
                .expression(
                        "SELECT SUM(ThrottledRequests) FROM SCHEMA(\"AWS/DynamoDB\","
                                + " TableName, Operation)")
                .usingMetrics(Map.of())
                .period(MINUTE)
                .build();
    }

    private static MetricOptions every(Duration period, String statistic) {
        return MetricOptions.builder().period(period).statistic(statistic).build();
    }

    private List<Watch> leftovers() {
        return List.of(
                left("effects-left", "Effects of rooms that ten tries could not apply.", "Effects"),
                left("jobs-left", "Jobs on players that ten tries could not do.", "Jobs"),
                left("folds-left", "Scores that ten tries could not rank.", "Folds"),
                left("news-left", "News of e-mails that ten tries could not take in.", "EmailNews"),
                left(
                        "confirmations-left",
                        "Confirmations of payments that ten tries could not send.",
                        "Confirmations"),
                left("months-left", "Months that ten tries could not close.", "Months"));
    }

    private Watch left(String name, String meaning, String what) {
        return above(name, meaning, waiting("Failed" + what + "Name"), 0, 1);
    }

    private List<Watch> payments() {
        return List.of(
                left(
                        "notices-left",
                        "Providers' notices of payments that ten tries could not work.",
                        "Notices"),
                above(
                        "payments-refused",
                        "A word about a payment is not taken.",
                        counted(
                                "PaymentRefused",
                                FilterPattern.numberValue("$.PaymentRefused", "=", 1)),
                        0,
                        1));
    }

    private Metric waiting(String queue) {
        return metric(
                "AWS/SQS",
                "ApproximateNumberOfMessagesVisible",
                "Maximum",
                Map.of("QueueName", half.get(queue)));
    }

    private List<Watch> liveLog(NetworkStack network) {
        var live = network.live;
        var of = Map.of(live.dimension, live.name);
        if (!stage.cache().equals("serverless"))
            return List.of(
                    above(
                            "live-log-full",
                            "70 percent of the live log's memory is used.",
                            metric(
                                    "AWS/ElastiCache",
                                    "DatabaseMemoryUsagePercentage",
                                    "Maximum",
                                    of),
                            70,
                            5));
        return List.of(
                above(
                        "live-log-full",
                        "The live log holds 5 GB: rooms may not be archived.",
                        metric("AWS/ElastiCache", "BytesUsedForCache", "Maximum", of),
                        5e9,
                        5),
                above(
                        "live-log-throttled",
                        "The live log turns commands away.",
                        metric("AWS/ElastiCache", "ThrottledCmds", "Sum", of),
                        0,
                        3));
    }

    private List<Watch> nodes(FleetStack fleet) {
        var of = Map.of("LoadBalancer", fleet.balancer.getLoadBalancerFullName());
        return List.of(
                above(
                                "nodes-missing",
                                "Nodes that should run do not, or nobody looks at them.",
                                metric(stage.stack(), "NodesMissing", "Maximum", Map.of()),
                                0,
                                10)
                        .andSilence(),
                above(
                        "nodes-busy",
                        "A node is so busy that it takes nobody whose room is not open.",
                        metric(stage.stack(), "NodeBusy", "Maximum", Map.of()),
                        70,
                        5),
                above(
                        "fleet-exhausted",
                        "The fleet should grow, and all slots are in use.",
                        metric(stage.stack(), "FleetExhausted", "Maximum", Map.of()),
                        0,
                        5),
                above(
                        "nodes-unreachable",
                        "The load balancer cannot reach a node it should.",
                        metric("AWS/ApplicationELB", "HTTPCode_ELB_502_Count", "Sum", of),
                        20,
                        5),
                above(
                        "sockets-refused",
                        "Nodes turn sockets away.",
                        metric("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "Sum", of),
                        50,
                        5));
    }

    /// Measured once a day.
    private Watch books() {
        var open = metric(stage.stack(), "OpenDifferences", "Sum", Map.of());
        return above(
                "books-differ",
                "A provider's report says otherwise than our books.",
                open.with(every(Duration.days(1), "Sum")),
                0,
                1);
    }

    private List<Watch> events() {
        var of = Map.of("DeliveryStreamName", EventStream.nameOf(stage));
        return List.of(
                left("events-left", "Events that a hundred tries could not hand over.", "Events"),
                above(
                        "events-late",
                        "Events wait for an hour to be delivered.",
                        metric("AWS/Firehose", "DeliveryToS3.DataFreshness", "Maximum", of),
                        3_600,
                        5),
                above(
                        "events-unreadable",
                        "Events are no rows of their table.",
                        metric("AWS/Firehose", "FailedConversion.Records", "Sum", of),
                        0,
                        1));
    }

    private static Metric metric(
            String namespace, String name, String statistic, Map<String, String> dimensions) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .statistic(statistic)
                .dimensionsMap(dimensions)
                .period(MINUTE)
                .build();
    }
}
