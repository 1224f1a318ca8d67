package games.drawbridge.functions.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.GraphDouble;
import games.drawbridge.functions.testkit.StripeDouble;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.functions.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A world in which packs are sold through doubles, and what tests do in it.
final class Shop implements AutoCloseable {
    final StripeDouble stripe = new StripeDouble();
    final GraphDouble graph = new GraphDouble();
    final World world;

    Shop() {
        this("stripe facebook instant");
    }

    /// @param providers where packs are sold
    Shop(String providers) {
        this(providers, Map.of());
    }

    /// @param more parameters of the template
    Shop(String providers, Map<String, String> more) {
        var parameters = new HashMap<>(more);
        parameters.put("PaymentProviders", providers);
        parameters.put("StripeApi", stripe.url());
        parameters.put("FacebookAppId", GraphDouble.APP);
        parameters.put("FacebookGraph", graph.url());
        world = World.open(parameters);
        stripe.endWith(world.lifetime());
        graph.endWith(world.lifetime());
    }

    Got order(String player, String key, String body) {
        return world.post("/v1/payments/orders", body)
                .as(player)
                .header("idempotency-key", key)
                .send();
    }

    Got order(String player, String key) {
        return order(player, key, "{\"sku\":\"gems_100\",\"quantity\":1,\"provider\":\"stripe\"}");
    }

    Got show(String player, String order) {
        return world.get("/v1/payments/orders/" + order).as(player).send();
    }

    String status(String player, String order) {
        return show(player, order).text("/status");
    }

    Got confirm(String player, String session) {
        return world.post(
                        "/v1/payments/stripe/confirm", "{\"sessionId\":\"%s\"}".formatted(session))
                .as(player)
                .send();
    }

    Got tell(String event, Instant at, String secret) {
        return world.post("/v1/payments/stripe/webhook", event)
                .header("stripe-signature", StripeDouble.signature(event, at, secret))
                .send();
    }

    /// Stripe tells something, and it is worked.
    void told(String type, String object, String id, String intent) {
        var got =
                tell(
                        stripe.event(type, object, id, intent),
                        Instant.now(),
                        StripeDouble.WEBHOOK_SECRET);
        assertThat(got.status()).isEqualTo(200);
        assertThat(work().lines()).isEmpty();
    }

    /// Works what the stream would bring: all notices that are to be worked.
    TestContext work() {
        var context = new TestContext("WorkNotices");
        assertThat(works(pending(), context)).as("%s", context.lines()).isTrue();
        return context;
    }

    /// Whether all of it could be worked.
    boolean works() {
        return works(Integer.MAX_VALUE);
    }

    /// The same of so many at most.
    boolean works(int most) {
        var all = pending();
        return works(all.subList(0, Math.min(most, all.size())), new TestContext("WorkNotices"));
    }

    private boolean works(List<DynamodbStreamRecord> notices, TestContext context) {
        var event = new DynamodbEvent();
        event.setRecords(notices);
        return world.<DynamodbEvent, StreamsEventResponse>handler("WorkNotices")
                .handleRequest(event, context)
                .getBatchItemFailures()
                .isEmpty();
    }

    List<DynamodbStreamRecord> pending() {
        return waiting("notice");
    }

    /// What the stream would bring of rows that wait.
    ///
    /// @param what `notice`, `ask` of orders, or `yes` of confirmations
    private List<DynamodbStreamRecord> waiting(String what) {
        return world.tables().rows("Purchases", "pending", "pending", what).stream()
                .map(row -> record(row.get("pk").s(), row.get("sk").s(), row.get("due").n()))
                .toList();
    }

    private static DynamodbStreamRecord record(String pk, String sk, String due) {
        var image =
                Map.of(
                        "pk", new AttributeValue().withS(pk),
                        "sk", new AttributeValue().withS(sk),
                        "due", new AttributeValue().withN(due));
        var record = new DynamodbStreamRecord();
        record.setEventName("INSERT");
        record.setDynamodb(
                new StreamRecord()
                        .withSequenceNumber("position of " + pk + " " + sk)
                        .withKeys(image)
                        .withNewImage(image));
        return record;
    }

    TestContext reconcile() {
        var context = new TestContext("ReconcilePayments");
        world.<ScheduledEvent, Void>handler("ReconcilePayments")
                .handleRequest(new ScheduledEvent(), context);
        return context;
    }

    /// Sends the confirmations that have waited for a minute, as all of them have now.
    void sweepConfirmations() {
        pass(Duration.ofSeconds(90), "yes");
        sweep();
    }

    void sweep() {
        world.<ScheduledEvent, Void>handler("SweepConfirmations")
                .handleRequest(new ScheduledEvent(), new TestContext("SweepConfirmations"));
    }

    /// Time goes by for whatever waits.
    ///
    /// @param what `notice`, `ask` of orders, or `yes` of confirmations
    void pass(Duration time, String... what) {
        for (String each : what)
            for (var row : world.tables().rows("Purchases", "pending", "pending", each))
                world.tables()
                        .add(
                                "Purchases",
                                row.get("pk").s(),
                                row.get("sk").s(),
                                "due",
                                -time.toMillis());
    }

    /// The stream brings the confirmations that are to be sent.
    ///
    /// @return whether all were taken
    boolean bring() {
        var event = new DynamodbEvent();
        event.setRecords(waiting("yes"));
        return world.<DynamodbEvent, StreamsEventResponse>handler("SendConfirmations")
                .handleRequest(event, new TestContext("SendConfirmations"))
                .getBatchItemFailures()
                .isEmpty();
    }

    /// SES tells what it has for an address.
    ///
    /// @return whether it was taken
    boolean hear(String address) {
        var messages = new ArrayList<SQSEvent.SQSMessage>();
        for (var letter : world.ses().sentTo(address)) {
            var message = new SQSEvent.SQSMessage();
            message.setMessageId("message" + messages.size());
            message.setBody(
                    "{\"eventType\":\"Send\",\"mail\":{\"messageId\":\"%s\",\"tags\":{\"order\":[\"%s\"]}}}"
                            .formatted(letter.id(), letter.tags().get("order")));
            messages.add(message);
        }
        var event = new SQSEvent();
        event.setRecords(messages);
        return world.<SQSEvent, SQSBatchResponse>handler("HearEmailNews")
                .handleRequest(event, new TestContext("HearEmailNews"))
                .getBatchItemFailures()
                .isEmpty();
    }

    /// What a function may do.
    Aws aws(String function) {
        return new Aws(world.environment(function));
    }

    long gems(String player) {
        var row = world.tables().row("Wallets", "WALLET#" + player, "BALANCE#gems");
        return row.isEmpty() ? 0 : Long.parseLong(row.get("balance").n());
    }

    /// How many rows of a kind stand in Purchases.
    long rows(String prefix) {
        return world.tables().rows("Purchases").stream()
                .filter(row -> row.get("sk").s().startsWith(prefix))
                .count();
    }

    @Override
    public void close() {
        stripe.close();
        graph.close();
    }
}
