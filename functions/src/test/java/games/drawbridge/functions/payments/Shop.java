package games.drawbridge.functions.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.GraphDouble;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.StripeDouble;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.functions.testkit.World;
import java.time.Instant;
import java.util.ArrayList;
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
        world =
                World.open(
                        Map.of(
                                "PaymentProviders",
                                providers,
                                "StripeApi",
                                stripe.url(),
                                "FacebookAppId",
                                GraphDouble.APP,
                                "FacebookGraph",
                                graph.url()));
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
        assertThat(works(context)).as("%s", context.lines()).isTrue();
        return context;
    }

    /// Whether all of it could be worked.
    boolean works() {
        return works(new TestContext("WorkNotices"));
    }

    private boolean works(TestContext context) {
        var event = new DynamodbEvent();
        event.setRecords(pending());
        return world.<DynamodbEvent, StreamsEventResponse>handler("WorkNotices")
                .handleRequest(event, context)
                .getBatchItemFailures()
                .isEmpty();
    }

    List<DynamodbStreamRecord> pending() {
        var records = new ArrayList<DynamodbStreamRecord>();
        for (var row : world.tables().rows("Purchases")) {
            if (!row.get("sk").s().startsWith("NOTICE#") || !row.containsKey("pending")) continue;
            if (!row.get("pending").s().equals("notice")) continue;
            var image =
                    Map.of(
                            "pk", new AttributeValue().withS(row.get("pk").s()),
                            "sk", new AttributeValue().withS(row.get("sk").s()),
                            "due", new AttributeValue().withN(row.get("due").n()));
            var record = new DynamodbStreamRecord();
            record.setEventName("INSERT");
            record.setDynamodb(
                    new StreamRecord()
                            .withSequenceNumber("position-" + records.size())
                            .withNewImage(image));
            records.add(record);
        }
        return records;
    }

    TestContext reconcile() {
        var context = new TestContext("ReconcilePayments");
        world.<ScheduledEvent, Void>handler("ReconcilePayments")
                .handleRequest(new ScheduledEvent(), context);
        return context;
    }

    /// Sends the confirmations that have waited for a minute, as all of them have now.
    void sweepConfirmations() {
        var early = Instant.now().minusSeconds(90).toEpochMilli();
        for (var row : world.tables().rows("Purchases"))
            if (row.get("sk").s().startsWith("OUTBOX#"))
                world.tables()
                        .set(
                                "Purchases",
                                row.get("pk").s(),
                                row.get("sk").s(),
                                "due",
                                software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN(
                                        "" + early));
        world.<ScheduledEvent, Void>handler("SweepConfirmations")
                .handleRequest(new ScheduledEvent(), new TestContext("SweepConfirmations"));
    }

    /// What a function may do.
    Aws aws(String function) {
        return new Aws(world.environment(function));
    }

    long gems(String player) {
        return Ledger.of(world).balance(player, "gems");
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
