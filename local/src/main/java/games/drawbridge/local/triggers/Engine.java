package games.drawbridge.local.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.aws.Aws;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.lambda.Invoker;
import games.drawbridge.local.lambda.Outcome;
import games.drawbridge.local.template.Cloud;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;

/// What every trigger works with.
public record Engine(
        Aws aws, Invoker functions, Checkpoints checkpoints, Cloud cloud, InstantSource clock) {

    /// Invokes and waits.
    Outcome invoke(String function, JsonNode event) throws InterruptedException {
        try {
            return functions.invoke(function, event).get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// Sends to the queue with that ARN.
    void send(String queue, JsonNode message) {
        String url = cloud.queueUrl(queue.replaceFirst(".*:", ""));
        aws.sqs().sendMessage(send -> send.queueUrl(url).messageBody(Json.text(message)));
    }
}
