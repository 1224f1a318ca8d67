package games.drawbridge.functions.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Account;
import games.drawbridge.model.wallet.Leg;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TellAnalyticsTest {
    private static final Account ANN = Account.of(new PlayerId("ann"));
    private static final Unit GEMS = new Unit("gems");

    private final World world = World.open();

    // ---- what the streams bring ----

    private List<BatchItemFailure> bring(DynamodbStreamRecord... records) {
        for (int n = 0; n < records.length; n++) records[n].getDynamodb().setSequenceNumber("" + n);
        var event = new DynamodbEvent();
        event.setRecords(List.of(records));
        return world.<DynamodbEvent, StreamsEventResponse>handler("TellAnalytics")
                .handleRequest(event, new TestContext("TellAnalytics"))
                .getBatchItemFailures();
    }

    private static DynamodbStreamRecord record(
            String what, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        var record = new DynamodbStreamRecord();
        record.setEventName(what);
        record.setDynamodb(new StreamRecord().withOldImage(before).withNewImage(after));
        return record;
    }

    /// The rows of players that the template's filters let through.
    private Map<String, AttributeValue> row(Predicate<Map<String, AttributeValue>> wanted) {
        return world.tables().rows("Players").stream()
                .map(TellAnalyticsTest::image)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private Map<String, AttributeValue> family() {
        return row(it -> it.get("pk").getS().startsWith("FAMILY#"));
    }

    private static Map<String, AttributeValue> image(
            Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> row) {
        var image = new HashMap<String, AttributeValue>();
        row.forEach((name, value) ->
                image.put(name, new AttributeValue().withS(value.s()).withN(value.n())));
        return image;
    }

    private static DynamodbStreamRecord transaction(String id, String reason, List<Leg> legs) {
        return record(
                "INSERT",
                null,
                Map.of(
                        "pk", new AttributeValue().withS("TRANSACTION#" + id),
                        "sk", new AttributeValue().withS("HEAD"),
                        "reason", new AttributeValue().withS(reason),
                        "legs", new AttributeValue().withS(JsonText.write(legs)),
                        "at", new AttributeValue().withN("1000")));
    }

    private List<String> told() {
        return world.firehose().taken().stream().map(TellAnalyticsTest::said).toList();
    }

    private static String said(JsonNode event) {
        var said = new ArrayList<String>();
        event.properties()
                .forEach(it -> {
                    if (!List.of("id", "received", "version", "happened").contains(it.getKey()))
                        said.add(it.getKey() + "=" + it.getValue().asText());
                });
        return String.join(" ", said);
    }

    // ---- players ----

    @Test
    void aPlayerIsMadeLogsInAndGoesOn() {
        var session = world.login("phone", "s".repeat(32));
        String player = session.text("/playerId");
        var first = family();
        String token = session.text("/refreshToken");
        world.post("/v1/login/refresh", "{\"refreshToken\":\"" + token + "\"}").send();
        var next = new HashMap<>(family());
        next.put("usedAt", new AttributeValue().withN("" + (number(first) + 900_000)));
        bring(
                record("INSERT", null, row(it -> it.get("sk").getS().equals("PROFILE"))),
                record("INSERT", null, first),
                record("MODIFY", first, next),
                record("MODIFY", next, next));
        assertThat(told())
                .containsExactly(
                        "name=player_created source=server player=" + player,
                        "name=login source=server player=" + player,
                        "name=session_renewed source=server player=" + player);
        assertThat(world.firehose().taken().getLast().get("happened").asLong())
                .isEqualTo(number(first) + 900_000);
        assertThat(world.firehose().taken().toString())
                .doesNotContain(token.substring(0, 22), token.substring(23));
    }

    private static long number(Map<String, AttributeValue> family) {
        return Long.parseLong(family.get("usedAt").getN());
    }

    // ---- the ledger ----

    @Test
    void anOrderIsWhatWasSpentAndWhatCameOfIt() {
        var legs = new ArrayList<>(Transaction.move(ANN, Account.STORE, new Unit("gold"), 50));
        legs.addAll(
                Transaction.move(Account.STORE, ANN, Unit.good("item", "disc").instance("1"), 1));
        bring(transaction("o1", "order", legs));
        assertThat(told())
                .containsExactly(
                        "name=order source=server player=ann unit=gold spent=50 good=item:disc"
                                + " amount=1");
    }

    @Test
    void moneyIsWhatTheProviderGotOrGaveBack() {
        var euros = Unit.money("EUR");
        var stripe = Account.real("stripe");
        var charge = new ArrayList<>(Transaction.move(Account.SALES, stripe, euros, 499));
        charge.addAll(Transaction.move(Account.STORE, ANN, GEMS, 100));
        var refund = new ArrayList<>(Transaction.move(stripe, Account.SALES, euros, 499));
        refund.addAll(Transaction.move(ANN, Account.STORE, GEMS, 70));
        refund.addAll(Transaction.move(ANN, Account.DEBTS, GEMS.debt(), -30));
        bring(transaction("c", "charge", charge), transaction("r", "refund", refund));
        assertThat(told())
                .containsExactly(
                        "name=payment source=server player=ann action=charge provider=stripe"
                                + " currency=EUR gross=499 good=gems amount=100",
                        "name=payment source=server player=ann action=refund provider=stripe"
                                + " currency=EUR gross=-499 good=gems amount=-70");
    }

    // ---- and again ----

    @Test
    void whatComesAgainHasTheSameId() {
        var record = transaction("o1", "order", Transaction.move(ANN, Account.STORE, GEMS, 5));
        bring(record);
        bring(record);
        var ids = world.firehose().taken().stream().map(it -> it.get("id").asText()).toList();
        assertThat(ids).hasSize(2);
        assertThat(ids.getFirst()).isEqualTo(ids.getLast()).hasSize(32).doesNotContain("o1");
    }

    @Test
    void whatFirehoseDoesNotTakeComesAgainAsAWhole() {
        world.firehose().beAway(1_000);
        var order = transaction("o1", "order", Transaction.move(ANN, Account.STORE, GEMS, 5));
        var another = transaction("o2", "order", Transaction.move(ANN, Account.STORE, GEMS, 5));
        var failed = bring(order, another);
        assertThat(failed.stream().map(BatchItemFailure::getItemIdentifier)).containsExactly("0");
    }

    @Test
    void oneThatNobodyUnderstandsIsCutOutAndThoseBeforeItAreTold() {
        var good = transaction("o1", "order", Transaction.move(ANN, Account.STORE, GEMS, 5));
        var bad = transaction("o2", "order", List.of());
        bad.getDynamodb().setNewImage(Map.of("pk", new AttributeValue().withS("TRANSACTION#o2")));
        var failed = bring(good, bad, good);
        assertThat(failed.stream().map(BatchItemFailure::getItemIdentifier)).containsExactly("1");
        assertThat(told()).hasSize(1);
    }
}
