package games.drawbridge.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An SQS queue.
///
/// @param attributes as SQS names them, among them `RedrivePolicy` as JSON
public record Queue(String id, String name, Map<String, String> attributes) {

    /// Properties that CloudFormation and SQS call the same.
    private static final List<String> SAME =
            List.of(
                    "VisibilityTimeout",
                    "MessageRetentionPeriod",
                    "DelaySeconds",
                    "MaximumMessageSize",
                    "ReceiveMessageWaitTimeSeconds");

    static Queue read(String id, String name, Props props) {
        props.ignore("QueueName", "SqsManagedSseEnabled", "KmsMasterKeyId", "Tags");
        props.only("FifoQueue", "false");
        var attributes = new LinkedHashMap<String, String>();
        for (String each : SAME) props.maybe(each).ifPresent(value -> attributes.put(each, value));
        if (props.has("RedrivePolicy")) attributes.put("RedrivePolicy", redrive(props));
        return new Queue(id, name, attributes);
    }

    private static String redrive(Props props) {
        var policy = props.in("RedrivePolicy");
        return "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%s\"}"
                .formatted(policy.text("deadLetterTargetArn"), policy.text("maxReceiveCount"));
    }
}
