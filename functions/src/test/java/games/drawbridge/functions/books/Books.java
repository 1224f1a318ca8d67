package games.drawbridge.functions.books;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import games.drawbridge.functions.finance.MovementTable;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.finance.Currency;
import games.drawbridge.model.finance.FeeTerms;
import games.drawbridge.model.finance.Money;
import games.drawbridge.model.finance.Movement;
import games.drawbridge.model.finance.Original;
import games.drawbridge.model.finance.ProviderName;
import games.drawbridge.model.finance.Sale;
import games.drawbridge.model.finance.Source;
import games.drawbridge.model.finance.Split;
import games.drawbridge.model.player.PlayerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The books of a small title, for tests.
final class Books {
    private static final FeeTerms TERMS =
            new FeeTerms(new BigDecimal("0.30"), FeeTerms.Base.GROSS_WITHOUT_TAX, true);

    final World world = World.open();

    /// Somebody buys something.
    Movement charge(String payment, String currency, long minor, String affiliate, String at) {
        int exponent = ProviderName.FACEBOOK.exponent(new Currency(currency));
        var gross = new Money(minor, new Currency(currency), exponent);
        var source = new Source(ProviderName.FACEBOOK, payment, "charge", Instant.parse(at), false);
        var sale =
                new Sale(
                        new PlayerId("ann"),
                        "=1+1",
                        "gems, \"100\"",
                        1,
                        "DE",
                        "DE",
                        null,
                        affiliate);
        var movement =
                new Movement(
                        Movement.Kind.CHARGE,
                        Instant.parse(at),
                        source,
                        Split.charge(gross, minor / 6, TERMS),
                        null,
                        sale,
                        null);
        add(movement);
        return movement;
    }

    /// All of it goes back.
    void refund(Movement charge, String at) {
        var first = charge.source();
        add(
                new Movement(
                        Movement.Kind.REFUND,
                        Instant.parse(at),
                        new Source(
                                first.provider(),
                                first.payment(),
                                "refund",
                                Instant.parse(at),
                                false),
                        charge.split().back(charge.split().gross(), TERMS),
                        null,
                        charge.sale(),
                        new Original(charge.id(), charge.month())));
    }

    private void add(Movement movement) {
        world.tables().put("Purchases", MovementTable.row(movement).values());
    }

    void rate(String currency, String day, String perEuro) {
        var row =
                Map.of(
                        "pk", text("FX#" + day.substring(0, 7)),
                        "sk", text("DAY#" + day + "#" + currency + "#0000000000001"),
                        "currency", text(currency),
                        "rateDay", text(day),
                        "perEuro", text(perEuro),
                        "source", text("ecb"));
        world.tables().put("Purchases", row);
    }

    private static software.amazon.awssdk.services.dynamodb.model.AttributeValue text(
            String value) {
        return software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS(value);
    }

    Got contract(String affiliate, String from, int share, long minimum) {
        return world.call("PUT", "/v1/admin/affiliates/%s/contracts/%s".formatted(affiliate, from))
                .json(
                        "{\"share\":%d,\"minimum\":%d,\"reason\":\"agreed\"}"
                                .formatted(share, minimum))
                .as("max")
                .claim("roles", "[admin]")
                .send();
    }

    Got ask(String month) {
        return world.post("/v1/admin/statements/" + month, "{\"reason\":\"it is over\"}")
                .as("max")
                .claim("roles", "[admin]")
                .send();
    }

    Got show(String month) {
        return world.get("/v1/admin/statements/" + month)
                .as("max")
                .claim("roles", "[admin]")
                .send();
    }

    /// What the stream does when a month is asked for.
    ///
    /// @return whether it was done to the end
    boolean close(String month) {
        var record = new DynamodbStreamRecord();
        record.setDynamodb(
                new StreamRecord()
                        .withSequenceNumber("1")
                        .withKeys(Map.of("sk", new AttributeValue().withS("MONTH#" + month))));
        var event = new DynamodbEvent();
        event.setRecords(List.of(record));
        var context = new TestContext("CloseMonth");
        var response =
                world.<DynamodbEvent, StreamsEventResponse>handler("CloseMonth")
                        .handleRequest(event, context);
        return response.getBatchItemFailures().isEmpty();
    }

    void closed(String month) {
        assertThat(ask(month).status()).isEqualTo(202);
        assertThat(close(month)).isTrue();
        assertThat(show(month).text("/state")).isEqualTo("closed");
    }

    String file(String month, String name) {
        return new String(
                world.objects("BooksBucket").get("statements/" + month + "/" + name), UTF_8);
    }
}
