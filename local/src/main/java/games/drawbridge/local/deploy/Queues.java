package games.drawbridge.local.deploy;

import games.drawbridge.local.template.Queue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Makes queues, those for dead letters first.
final class Queues {
    private final SqsClient client;

    Queues(SqsClient client) {
        this.client = client;
    }

    void make(List<Queue> queues) {
        queues.stream()
                .sorted(Comparator.comparing(queue -> queue.deadLetters().isPresent()))
                .forEach(queue ->
                        client.createQueue(create ->
                                create.queueName(queue.name())
                                        .attributesWithStrings(new HashMap<>(queue.attributes()))));
    }
}
