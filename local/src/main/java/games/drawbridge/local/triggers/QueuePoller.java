package games.drawbridge.local.triggers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.lambda.Outcome;
import games.drawbridge.local.template.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Brings the messages of one queue to one function. What was handled is deleted; what was not
/// comes back by itself, and the queue's own redrive policy ends that.
final class QueuePoller implements Runnable {
    private static final System.Logger LOG = System.getLogger(QueuePoller.class.getName());

    private final Trigger.OfQueue trigger;
    private final Engine engine;
    private final Work work;
    private final String url;
    private final List<EventPattern> patterns;

    QueuePoller(Trigger.OfQueue trigger, Engine engine, Work work) {
        this.trigger = trigger;
        this.engine = engine;
        this.work = work;
        this.url = engine.cloud().queueUrl(trigger.queue());
        this.patterns =
                trigger.patterns().stream()
                        .map(each -> EventPattern.read(trigger.name(), each))
                        .toList();
    }

    @Override
    public void run() {
        try {
            while (work.goesOn()) {
                try {
                    var messages = collect();
                    try (var _ = work.begin()) {
                        handle(messages);
                    }
                } catch (RuntimeException trouble) {
                    // A disturbed call fails in its own way.
                    if (!work.goesOn()) return;
                    LOG.log(System.Logger.Level.WARNING, trigger.name(), trouble);
                    Thread.sleep(TriggerLimits.TROUBLE);
                }
            }
        } catch (InterruptedException _) {
            // the world stops
        }
    }

    private List<Message> collect() {
        var messages = new ArrayList<>(receive(TriggerLimits.LONG_POLL_SECONDS));
        Instant full = engine.clock().instant().plus(trigger.batch().window());
        while (!messages.isEmpty() && messages.size() < trigger.batch().size()) {
            var left = Duration.between(engine.clock().instant(), full);
            if (!left.isPositive()) break;
            messages.addAll(receive((int) Math.max(1, left.toSeconds())));
        }
        return messages;
    }

    private List<Message> receive(int seconds) {
        int most = Math.min(TriggerLimits.RECEIVE, trigger.batch().size());
        return engine.aws()
                .sqs()
                .receiveMessage(ask ->
                        ask.queueUrl(url)
                                .waitTimeSeconds(Math.min(seconds, TriggerLimits.LONG_POLL_SECONDS))
                                .maxNumberOfMessages(most)
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                                .messageAttributeNames("All"))
                .messages();
    }

    private void handle(List<Message> messages) throws InterruptedException {
        var wanted = messages.stream().filter(this::wanted).toList();
        // What fits no pattern is done with.
        var done = new HashSet<>(ids(messages));
        done.removeAll(ids(wanted));
        if (!wanted.isEmpty()) done.addAll(handled(wanted));
        delete(messages.stream().filter(each -> done.contains(each.messageId())).toList());
    }

    private boolean wanted(Message message) {
        return patterns.isEmpty()
                || patterns.stream()
                        .anyMatch(each -> each.fits(QueueEvent.toFilter(event(message))));
    }

    /// Ids of the messages that the function has handled.
    private Set<String> handled(List<Message> messages) throws InterruptedException {
        var event = Json.object();
        var records = event.putArray("Records");
        messages.forEach(each -> records.add(event(each)));
        var ids = ids(messages);
        if (!(engine.invoke(trigger.function(), event) instanceof Outcome.Answered(var answer)))
            return Set.of();
        if (!trigger.partial()) return ids;
        return BatchFailures.named(answer, ids)
                .map(failed -> {
                    var handled = new HashSet<>(ids);
                    handled.removeAll(failed);
                    return (Set<String>) handled;
                })
                .orElse(Set.of());
    }

    private ObjectNode event(Message message) {
        return QueueEvent.of(message, engine.cloud(), trigger.queue());
    }

    private static Set<String> ids(List<Message> messages) {
        return messages.stream().map(Message::messageId).collect(Collectors.toSet());
    }

    private void delete(List<Message> messages) {
        for (int at = 0; at < messages.size(); at += TriggerLimits.RECEIVE) {
            int end = Math.min(messages.size(), at + TriggerLimits.RECEIVE);
            var entries =
                    messages.subList(at, end).stream()
                            .map(each ->
                                    DeleteMessageBatchRequestEntry.builder()
                                            .id(each.messageId())
                                            .receiptHandle(each.receiptHandle())
                                            .build())
                            .toList();
            engine.aws().sqs().deleteMessageBatch(all -> all.queueUrl(url).entries(entries));
        }
    }
}
