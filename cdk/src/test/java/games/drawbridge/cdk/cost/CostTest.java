package games.drawbridge.cdk.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostTest {
    private static final Fleet FLEET = new Fleet(3, 1, 2, 2_500, 2);

    /// Turn by turn, all of it durable.
    private static Load turns(double players) {
        return new Load(players, 0.1, 4, 0, 250, 1, 60, 3);
    }

    /// A casual map: a quarter of the moves durable.
    private static Load map(double players) {
        return new Load(players, 0.2, 8, 1, 250, 0.25, 60, 3);
    }

    private static double of(Bill bill, String service, String what) {
        return bill.items().stream()
                .filter(it -> it.service().equals(service) && it.what().contains(what))
                .mapToDouble(Item::dollars)
                .sum();
    }

    /// Each worked out by hand from the prices.
    @Test
    void itemsAreWhatTheirFormulasSay() {
        var bill = Drawbridge.bill(turns(1_000), FLEET);
        assertThat(of(bill, "DynamoDB", "durable log")).isEqualTo(164.25, within(0.01));
        assertThat(of(bill, "DynamoDB", "rooms' rows")).isEqualTo(41.06, within(0.01));
        var slow = new Load(1_000, 0.001, 4, 0, 250, 1, 60, 3);
        assertThat(of(Drawbridge.bill(slow, FLEET), "DynamoDB", "rooms' rows"))
                .as("a room writes when something happened in it")
                .isEqualTo(1.64, within(0.01));
        assertThat(of(bill, "API Gateway", "calls")).isEqualTo(43.80, within(0.01));
        assertThat(of(bill, "Fargate", "always")).isEqualTo(86.51, within(0.01));
        assertThat(of(bill, "VPC", "endpoints")).isEqualTo(58.40, within(0.01));
        assertThat(of(bill, "CloudFront", "GB")).as("within what is free").isZero();
        assertThat(of(Drawbridge.bill(map(10_000), FLEET), "CloudFront", "GB"))
                .isEqualTo(0.085 * (17_082 - 1_000), within(0.1));
    }

    @Test
    void withoutPlayersTheBillIsTheIdleOne() {
        var bill = Drawbridge.bill(turns(0), FLEET);
        assertThat(bill.dollars()).isEqualTo(bill.idle(), within(0.001));
        assertThat(Drawbridge.bill(turns(5_000), FLEET).idle())
                .isEqualTo(bill.idle(), within(0.001));
    }

    @Test
    void whatIsNotDurableIsCheaperAndMorePlayersAreDearer() {
        var live = new Load(1_000, 0.1, 4, 0, 250, 0, 60, 3);
        assertThat(Drawbridge.bill(live, FLEET).dollars())
                .isLessThan(Drawbridge.bill(turns(1_000), FLEET).dollars() - 160);
        double before = 0;
        for (double players = 0; players < 100_000; players = players * 2 + 100) {
            double now = Drawbridge.bill(turns(players), FLEET).dollars();
            assertThat(now).isGreaterThan(before);
            before = now;
        }
    }

    @Test
    void theFullestHourNeedsMoreSlotsThanTheAverage() {
        assertThat(FLEET.slots(turns(1_000))).isEqualTo(3);
        assertThat(FLEET.slots(turns(10_000))).isEqualTo(13);
        assertThat(FLEET.nodes(10_000)).isEqualTo(5);
        assertThat(FLEET.nodes(0)).isEqualTo(3);
    }

    /// What the page says is what the calculator says.
    @ParameterizedTest
    @CsvSource({"turns, 1000", "turns, 10000", "map, 1000", "map, 10000"})
    void thePageSaysWhatTheCalculatorSays(String kind, int players) throws IOException {
        var load = kind.equals("turns") ? turns(players) : map(players);
        var row =
                Pattern.compile(
                        String.format(
                                Locale.ROOT,
                                "\\| %s, %,d players \\| ([\\d,]+) \\| ([\\d,]+) \\| ([\\d,]+) \\|",
                                kind,
                                players));
        var found = row.matcher(Files.readString(Path.of("../docs/cost.md")));
        assertThat(found.find()).as(row.pattern()).isTrue();
        assertThat(found.group(1)).isEqualTo(round(Drawbridge.bill(load, FLEET)));
        assertThat(found.group(2)).isEqualTo(round(Others.serverlessSockets(load)));
        assertThat(found.group(3)).isEqualTo(round(Others.nakama(load)));
    }

    private static String round(Bill bill) {
        return String.format(Locale.ROOT, "%,.0f", bill.dollars());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    -1, 0.1, 4, 1, 60, 3
                    1, -0.1, 4, 1, 60, 3
                    1, 0.1, 0, 1, 60, 3
                    1, 0.1, 4, 1.1, 60, 3
                    1, 0.1, 4, 1, 0, 3
                    1, 0.1, 4, 1, 60, 0.5
                    """)
    void aLoadThatCannotBeIsTurnedAway(
            double players, double moves, double room, double durable, double pause, double peak) {
        assertThatThrownBy(() -> new Load(players, moves, room, 0, 250, durable, pause, peak))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
