package games.drawbridge.functions.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.player.PlayerId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ConfirmationTest {
    private static final World world = World.open();
    private static final AtomicInteger ids = new AtomicInteger();

    private final String order = "order" + ids.incrementAndGet();
    private final String player = "p" + order;
    private final String address = player + "@example.com";
    private final AddressTable addresses = new AddressTable(new Aws(world.environment("RunJobs")));

    @Test
    void aConfirmationIsSentOnceHoweverOftenTheStreamBringsIt() {
        pay(address, "");
        for (int n = 0; n < 3; n++) assertThat(bring()).isEmpty();
        assertThat(letters()).isEqualTo(1);
        var letter = world.ses().sentTo(address).getFirst();
        assertThat(letter.subject()).isEqualTo("Your purchase: A handful of gems");
        assertThat(letter.text()).contains("$1.99", order, "November 21, 2026");
        assertThat(letter.html()).contains("$1.99", order);
        assertThat(letter.tags()).containsEntry("order", order);
        assertThat(letter.headers()).as("no mailing list").isEmpty();
        assertThat(row()).doesNotContainKeys("pending", "due").containsKey("sentAt");
        assertThat(row().get("message").s()).isEqualTo(letter.id());
        late();
        sweep();
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void ofManySendersOneSends() {
        pay(address, "");
        AtOnce.times(12, n -> n % 3 == 0 ? sweep().lines() : bring());
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void aClaimWhoseAnswerWasLostIsOnesOwn() {
        var losing = World.open().losingAnswers();
        var table = new OutboxTable(new Aws(losing.environment("SendConfirmations")));
        losing.tables().put("Purchases", outbox(order, json(player, "USD", "")));
        var now = Instant.now();
        assertThat(table.claim(order, now, now.plusSeconds(60))).isPresent();
        assertThat(table.claim(order, now, now.plusSeconds(60))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ,"locale":"de-AT" | Dein Kauf: Eine Handvoll Edelsteine | 1,99 $ | 21. November 2026
                    ,"locale":"fr"    | Votre achat : Une poignée de gemmes | 1,99 $ | 21 novembre 2026
                    ,"locale":"sv"    | Your purchase: A handful of gems    | $1.99  | November 21, 2026
                    """)
    void aPlayerIsWrittenToInTheOrdersLanguage(
            String locale, String subject, String price, String date) {
        pay(address, locale);
        bring();
        var letter = world.ses().sentTo(address).getFirst();
        assertThat(letter.subject()).isEqualTo(subject);
        assertThat(letter.text().replaceAll("[\\h]", " ").replace("$US", "$"))
                .contains(price, date);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    USD, $1.99
                    JPY, ¥199
                    KWD, KWD 0.199
                    XTS, XTS 199
                    QQQ, 199 QQQ
                    """)
    void moneyIsToldInItsOwnUnits(String currency, String price) {
        var confirmation = Confirmation.of(json(player, currency, ""));
        String said = confirmation.letter(Phrases.in("en")).text().replaceAll("\\h", " ");
        assertThat(said).containsAnyOf(price, price.replace(" ", ""));
    }

    @Test
    void whatIsSoldUnderAStrangeNameIsTextAllTheSame() {
        addresses.note(new PlayerId(player), new EmailAddress(address), "checkout", false, now());
        String json = json(player, "USD", "").replace("gems_100", "<b>{price}");
        world.tables().put("Purchases", outbox(order, json));
        bring();
        var letter = world.ses().sentTo(address).getFirst();
        assertThat(letter.subject()).isEqualTo("Your purchase: <b>{price}");
        assertThat(letter.html()).contains("&lt;b&gt;{price}: $1.99").doesNotContain("<b>");
    }

    @Test
    void whoGaveNoAddressGetsNone() {
        world.tables().put("Purchases", outbox(order, json(player, "USD", "")));
        assertThat(bring()).isEmpty();
        assertThat(unsent()).isEqualTo("no-address");
    }

    @Test
    void whoWantsNothingGetsNothing() {
        pay(address, "");
        var suppressions = new SuppressionTable(new Aws(world.environment("HearEmailNews")));
        suppressions.add(new EmailAddress(address.toUpperCase(Locale.ROOT)), "bounce", "m", now());
        bring();
        assertThat(unsent()).isEqualTo("suppressed");
        assertThat(letters()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    400, MessageRejected,                    MessageRejected
                    400, BadRequestException,                BadRequestException
                    429, TooManyRequestsException,           ''
                    400, AccountSuspendedException,          ''
                    400, MailFromDomainNotVerifiedException, ''
                    403, AccessDeniedException,              ''
                    """)
    void whatSesSaysDecidesWhetherItIsTriedAgain(int status, String code, String unsent) {
        pay(address, "");
        world.ses().refuse(1, status, code);
        var context = new TestContext("SendConfirmations");
        assertThat(bring(context)).as("nothing of the stream is held up").isEmpty();
        assertThat(letters()).isZero();
        if (!unsent.isEmpty()) {
            assertThat(unsent()).isEqualTo(unsent);
            return;
        }
        assertThat(context.lines()).hasSize(1);
        assertThat(due()).isBetween(now().plusSeconds(50), now().plusSeconds(70));
        sweep();
        assertThat(letters()).as("not yet").isZero();
        late();
        sweep();
        assertThat(letters()).isEqualTo(1);
        assertThat(row()).containsKey("sentAt").doesNotContainKey("pending");
    }

    @Test
    void aSenderWhoDiesIsHeardOfBySesItself() {
        pay(address, "");
        world.ses().loseAnswers(1);
        bring();
        assertThat(letters()).as("SES has it, and nobody knows").isEqualTo(1);
        assertThat(row()).containsKey("pending");
        assertThat(due()).isAfter(now().plus(Duration.ofMinutes(14)));
        sweep();
        assertThat(hear("Send")).isEmpty();
        assertThat(hear("Send")).isEmpty();
        assertThat(row()).containsKey("sentAt").doesNotContainKey("pending");
        late();
        sweep();
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void whereSesTellsNothingOfItItIsSentAfterTheClaim() {
        pay(address, "");
        world.ses().refuse(1, 500, "InternalFailure");
        bring();
        assertThat(letters()).isZero();
        late();
        sweep();
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void whatSesFindsBadIsNotTriedAgain() {
        pay(address, "");
        world.ses().loseAnswers(1);
        bring();
        hear("Reject");
        assertThat(unsent()).isEqualTo("rejected");
    }

    @Test
    void newsOfAnOrderThatIsNotOursLeavesNothing() {
        assertThat(hear("Send")).isEmpty();
        assertThat(row()).isEmpty();
    }

    @Test
    void aFailingSesIsTriedForDaysAndThenGivenUp() {
        var start = Instant.EPOCH;
        var last = start;
        for (int n = 1; n < EmailLimits.ATTEMPTS; n++) last = Confirmations.again(n, last);
        assertThat(Confirmations.again(1, start)).isEqualTo(start.plusSeconds(60));
        assertThat(Confirmations.again(3, start)).isEqualTo(start.plusSeconds(240));
        assertThat(last).isBetween(start.plus(Duration.ofDays(1)), start.plus(Duration.ofDays(3)));

        pay(address, "");
        world.tables()
                .set(
                        "Purchases",
                        "ORDER#" + order,
                        "OUTBOX#confirmation",
                        "attempts",
                        AttributeValue.fromN("" + (EmailLimits.ATTEMPTS - 1)));
        world.ses().refuse(1, 429, "TooManyRequestsException");
        bring();
        assertThat(unsent()).isEqualTo("TooManyRequestsException");
    }

    // ---- what is written and brought ----

    private void pay(String to, String locale) {
        addresses.note(new PlayerId(player), new EmailAddress(to), "checkout", false, now());
        world.tables().put("Purchases", outbox(order, json(player, "USD", locale)));
    }

    private String json(String who, String currency, String more) {
        return """
        {"player":"%s","order":"%s","sku":"gems_100","money":{"amount":199,"currency":"%s"},"at":"2026-11-21T10:00:00.000Z"%s}\
        """
                .formatted(who, order, currency, more);
    }

    private static Map<String, AttributeValue> outbox(String order, String json) {
        var row = new HashMap<String, AttributeValue>();
        row.put("pk", AttributeValue.fromS("ORDER#" + order));
        row.put("sk", AttributeValue.fromS("OUTBOX#confirmation"));
        row.put("mail", AttributeValue.fromS(json));
        row.put("pending", AttributeValue.fromS("yes"));
        row.put("due", AttributeValue.fromN("" + Instant.now().toEpochMilli()));
        return row;
    }

    private List<String> bring() {
        return bring(new TestContext("SendConfirmations"));
    }

    private List<String> bring(TestContext context) {
        var record = new DynamodbStreamRecord();
        var key = new com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue();
        record.setDynamodb(
                new StreamRecord()
                        .withSequenceNumber("position")
                        .withKeys(Map.of("pk", key.withS("ORDER#" + order))));
        var event = new DynamodbEvent();
        event.setRecords(List.of(record));
        return world
                .<DynamodbEvent, StreamsEventResponse>handler("SendConfirmations")
                .handleRequest(event, context)
                .getBatchItemFailures()
                .stream()
                .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private TestContext sweep() {
        var context = new TestContext("SweepConfirmations");
        world.<ScheduledEvent, Void>handler("SweepConfirmations")
                .handleRequest(new ScheduledEvent(), context);
        return context;
    }

    private List<?> hear(String type) {
        var message = new SQSEvent.SQSMessage();
        message.setMessageId("m");
        message.setBody(
                "{\"eventType\":\"%s\",\"mail\":{\"messageId\":\"m1\",\"tags\":{\"order\":[\"%s\"]}}}"
                        .formatted(type, order));
        var event = new SQSEvent();
        event.setRecords(List.of(message));
        return world.<SQSEvent, SQSBatchResponse>handler("HearEmailNews")
                .handleRequest(event, new TestContext("HearEmailNews"))
                .getBatchItemFailures();
    }

    /// Its time has come, longer ago than the stream's patience.
    private void late() {
        if (row().containsKey("due"))
            world.tables()
                    .set(
                            "Purchases",
                            "ORDER#" + order,
                            "OUTBOX#confirmation",
                            "due",
                            AttributeValue.fromN("" + now().minusSeconds(90).toEpochMilli()));
    }

    private Map<String, AttributeValue> row() {
        return world.tables().row("Purchases", "ORDER#" + order, "OUTBOX#confirmation");
    }

    private Instant due() {
        return Instant.ofEpochMilli(Long.parseLong(row().get("due").n()));
    }

    private String unsent() {
        assertThat(row()).doesNotContainKey("pending");
        return row().get("unsent").s();
    }

    private int letters() {
        return world.ses().sentTo(address).size();
    }

    private static Instant now() {
        return Instant.now();
    }
}
