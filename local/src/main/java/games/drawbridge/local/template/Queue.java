package games.drawbridge.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An SQS queue.
///
/// @param attributes as SQS names them, among them `RedrivePolicy` as JSON
/// @param deadLetters the name of the queue for what was received too often
public record Queue(
        String id, String name, Map<String, String> attributes, Optional<String> deadLetters) {

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
        var redrive = props.in("RedrivePolicy");
        var dead = redrive.maybe("deadLetterTargetArn");
        if (props.has("RedrivePolicy")) attributes.put("RedrivePolicy", json(redrive));
        return new Queue(id, name, attributes, dead.map(arn -> arn.replaceFirst(".*:", "")));
    }

    private static String json(Props policy) {
        return "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%s\"}"
                .formatted(policy.text("deadLetterTargetArn"), policy.text("maxReceiveCount"));
    }
}
