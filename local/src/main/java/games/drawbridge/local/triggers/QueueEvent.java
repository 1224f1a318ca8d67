package games.drawbridge.local.triggers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.template.Cloud;
import java.util.Base64;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// A queue's message as a function gets it.
final class QueueEvent {
    private QueueEvent() {}

    static ObjectNode of(Message message, Cloud cloud, String queue) {
        var event =
                Json.object()
                        .put("messageId", message.messageId())
                        .put("receiptHandle", message.receiptHandle())
                        .put("body", message.body())
                        .put("md5OfBody", message.md5OfBody())
                        .put("eventSource", "aws:sqs")
                        .put("eventSourceARN", cloud.queue(queue))
                        .put("awsRegion", cloud.region());
        event.set("attributes", Json.tree(message.attributesAsStrings()));
        var attributes = event.putObject("messageAttributes");
        message.messageAttributes().forEach((name, value) -> attributes.set(name, of(value)));
        return event;
    }

    private static ObjectNode of(MessageAttributeValue value) {
        var json = Json.object().put("dataType", value.dataType());
        if (value.stringValue() != null) json.put("stringValue", value.stringValue());
        if (value.binaryValue() != null)
            json.put(
                    "binaryValue",
                    Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
        return json;
    }

    /// For patterns a body that is JSON is an object like the rest.
    static ObjectNode toFilter(ObjectNode event) {
        try {
            return event.deepCopy().set("body", Json.read(event.path("body").asText()));
        } catch (Json.BadJson _) {
            return event;
        }
    }
}
