package games.drawbridge.functions.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.finance.Column;
import games.drawbridge.model.finance.Movement;
import games.drawbridge.model.finance.ProviderName;
import games.drawbridge.model.player.PlayerId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class MovementTableTest {
    private static final Instant AT = Instant.parse("2026-10-31T23:30:00Z");

    private final World world = World.open();
    private final MovementTable movements = new MovementTable(aws("RunJobs"));

    private Aws aws(String function) {
        return new Aws(world.environment(function));
    }

    private void add(Movement movement) {
        world.tables()
                .dynamo()
                .transactWriteItems(write -> write.transactItems(movements.add(movement)));
    }

    @Test
    void aMovementIsBookedOnce() {
        var charge = Sales.charge("ann", "1", AT);
        add(charge);
        var later = Sales.charge("ann", "1", AT.plusSeconds(9));
        assertThatThrownBy(() -> add(later)).isInstanceOf(TransactionCanceledException.class);
        assertThat(movements.of(ProviderName.FACEBOOK, "1")).containsExactly(charge);
    }

    @Test
    void itsRowSaysWhatTheContractSays() {
        var row = MovementTable.row(Sales.charge("ann", "3603105474213890", AT));
        assertThat(row.text("pk")).isEqualTo("PAYMENT#facebook#3603105474213890");
        assertThat(row.text("sk")).isEqualTo("MOVEMENT#charge");
        assertThat(row.text("monthShard")).matches("2026-10#(0\\d|1[0-5])");
        assertThat(row.text("day")).isEqualTo("facebook#2026-10-31");
        assertThat(row.text("position"))
                .isEqualTo("2026-10-31T23:30:00.000Z#facebook#3603105474213890#charge");
        assertThat(row.text("bookedAt")).isEqualTo("2026-10-31T23:30:00.000Z");
        assertThat(row.number("net")).isEqualTo(293);
        assertThat(row.plain("test")).isEqualTo("false");
        assertThat(row.text("fxRate")).isEqualTo("1.1435");
        assertThat(row.number("settleAmount")).isEqualTo(335);
        assertThat(row.has("original")).isFalse();
    }

    @Test
    void thePageOfTheContractHasTheColumnsOfTheCode() throws Exception {
        var page = Files.readString(Path.of("../docs/finance.md"));
        var told =
                page.lines()
                        .filter(line ->
                                line.matches("\\| `\\w+` \\| (text|whole|truth|time|day) \\|.*"))
                        .map(line -> line.split("[|` ]+"))
                        .map(cells -> cells[1] + " " + cells[2]);
        assertThat(told)
                .containsExactlyElementsOf(
                        Stream.of(Column.values())
                                .map(it -> it.word() + " " + it.type().name().toLowerCase())
                                .toList());
    }

    @Test
    void monthsDaysAndPlayersFindIt() {
        var october = Sales.charge("ann", "1", AT);
        // still October at Facebook, and November in our books
        var november = Sales.charge("ann", "2", AT.plus(Duration.ofHours(2)));
        var refund = Sales.refund(october, 200, AT.plus(Duration.ofDays(3)));
        var bobs = Sales.charge("bob", "3", AT);
        Stream.of(october, november, refund, bobs).forEach(this::add);

        assertThat(in("2026-10")).containsExactlyInAnyOrder(october, bobs);
        assertThat(in("2026-11")).containsExactlyInAnyOrder(november, refund);
        assertThat(in("2026-09")).isEmpty();
        var days = new MovementTable(aws("Reconcile"));
        assertThat(days.on(ProviderName.FACEBOOK, LocalDate.parse("2026-10-31")))
                .containsExactlyInAnyOrder(october, november, bobs);
        assertThat(new MovementTable(aws("ExportMe")).of(new PlayerId("ann")))
                .containsExactly(october, november, refund);
        assertThat(movements.of(ProviderName.FACEBOOK, "1"))
                .containsExactlyInAnyOrder(october, refund);
    }

    private Stream<Movement> in(String month) {
        return new MovementTable(aws("CloseMonth"))
                .in(YearMonth.parse(month)).stream().flatMap(shard -> shard);
    }

    @Test
    void mergedAndForgottenPlayersLeaveTheBooksWhole() {
        var holding = new MovementHolding(aws("RunJobs"));
        var ann = new PlayerId("ann");
        var bob = new PlayerId("bob");
        var cat = new PlayerId("cat");
        add(Sales.charge("ann", "1", AT));
        add(Sales.charge("bob", "2", AT));
        for (int twice = 0; twice < 2; twice++) {
            holding.move(ann, bob);
            holding.move(bob, cat);
        }
        assertThat(told(ann)).containsExactly("facebook#1#charge");
        assertThat(told(cat)).containsExactly("facebook#1#charge", "facebook#2#charge");
        holding.erase(cat);
        assertThat(told(cat)).isEmpty();
        assertThat(in("2026-10")).hasSize(2);
    }

    private Stream<String> told(PlayerId player) {
        var holding = new MovementHolding(aws("ExportMe"));
        return ((List<?>) holding.export(player))
                .stream().map(row -> String.valueOf(((Map<?, ?>) row).get("id"))).sorted();
    }
}
