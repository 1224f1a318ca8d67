package games.drawbridge.model.region;

import static games.drawbridge.model.testkit.Game.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.region.Region.Arrived;
import games.drawbridge.model.region.Region.Claim;
import games.drawbridge.model.region.Region.Claimed;
import games.drawbridge.model.region.Region.Departed;
import games.drawbridge.model.region.Region.Entered;
import games.drawbridge.model.region.Region.Event;
import games.drawbridge.model.region.Region.Look;
import games.drawbridge.model.region.Region.Marched;
import games.drawbridge.model.region.Region.Move;
import games.drawbridge.model.region.Region.Send;
import games.drawbridge.model.region.Region.Settle;
import games.drawbridge.model.region.Region.Settled;
import games.drawbridge.model.region.Region.TurnedBack;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.LatestValue.Spot;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.testkit.Game;
import games.drawbridge.model.wallet.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTest {
    private static final Region REGION = new Region();
    private static final PlayerId ANN = new PlayerId("ann");
    private static final PlayerId BOB = new PlayerId("bob");

    /// Twenty tiles wide, four high: water at 5,0, gold at 1,1.
    private static final List<String> ROWS =
            List.of(
                    ".....~..............",
                    ".3..................",
                    "..ff^^..............",
                    "....................");

    private static Game<RegionState, Move, Event> region() {
        return given(REGION, Map.of("rows", ROWS, "pace", 1_000), "ann", "bob")
                .when("ann", new Settle(0, 0))
                .happens(new Settled(ANN, 0, 0))
                .when("bob", new Settle(19, 3))
                .happens(new Settled(BOB, 19, 3));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    settle,  1, 1, settled-already
                    claim,   0, 0, taken
                    claim,   5, 0, no-land
                    claim,  -1, 0, no-land
                    claim,   0, 9, no-land
                    claim,   2, 0, too-far
                    march,   1, 1, not-yours
                    march,  19, 3, not-yours
                    march,  -1, 0, not-yours
                    """)
    void refuses(String what, int x, int y, String reason) {
        var move =
                switch (what) {
                    case "settle" -> new Settle(x, y);
                    case "claim" -> new Claim(x, y);
                    default -> new Send(new At(x, y), new At(3, 3), 1);
                };
        region().when("ann", move).denied(reason);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    5, 0,   1, no-land
                    0, 0,   1, no-land
                    3, 3,   0, not-enough-troops
                    3, 3, 101, not-enough-troops
                    """)
    void refusesToMarch(int x, int y, int troops, String reason) {
        region().when("ann", new Send(new At(0, 0), new At(x, y), troops)).denied(reason);
    }

    @Test
    void oneOfTwoClaimsOfATileWins() {
        var room = region();
        room.when("bob", new Send(new At(19, 3), new At(2, 0), 10)).after(Duration.ofSeconds(17));
        room.when("bob", new Claim(1, 0)).happens(new Claimed(BOB, 1, 0, 0));
        room.when("ann", new Claim(1, 0)).denied("taken");
        assertThat(room.state().tile(new At(1, 0))).isEqualTo(new Tile(BOB, 0, false));
    }

    @Test
    void whoComesFirstFindsTheGoldOnce() {
        var room = region();
        assertThat(room.state().values("0:0")).containsEntry("1:1", Map.of("gold", 30));
        room.when("ann", new Claim(1, 1))
                .happens(new Claimed(ANN, 1, 1, 30))
                .causes(new Effect.Grant(ANN, new Unit("gold"), 30));
        assertThat(room.state().values("0:0")).containsEntry("1:1", new Tile(ANN, 0, false));
        room.when("ann", new Claim(0, 1)).happens(new Claimed(ANN, 0, 1, 0)).causesNothingOutside();
    }

    @Test
    void aMarchTakesItsTimeAndThenAttacks() {
        var room = region();
        long start = room.now().plusSeconds(1).toEpochMilli();
        var march = new March(1, ANN, new At(0, 0), new At(19, 3), 60, start, start + 19_000);
        room.when("ann", new Send(new At(0, 0), new At(19, 3), 60)).happens(new Marched(march));
        assertThat(room.state().tile(new At(0, 0))).isEqualTo(new Tile(ANN, 40, true));
        room.after(Duration.ofMillis(18_999));
        assertThat(room.state().marches().size()).isEqualTo(1);
        room.after(Duration.ofMillis(1)).happens(new Arrived(march, new Tile(BOB, 40, true)));
        assertThat(room.state().marches().size()).isZero();
        assertThat(room.state().passing().size()).isZero();
    }

    private static Game<RegionState, Move, Event> inTheWest() {
        var settings =
                Map.<String, Object>of(
                        "rows",
                        ROWS,
                        "pace",
                        1_000,
                        "neighbours",
                        List.of("east:far", "north:top"));
        return given(REGION, settings, "ann", "bob").when("ann", new Settle(0, 2));
    }

    private static Crossing crossing(At to) {
        return new Crossing(ANN, Side.EAST, new At(0, 2), new At(19, 2), to, 60, null);
    }

    @Test
    void aMarchOverTheBorderLeavesOnce() {
        var room = inTheWest();
        room.when("ann", new Send(new At(0, 2), new At(2, 1), 60, "moon"))
                .denied("no-such-neighbour");
        room.when("ann", new Send(new At(0, 2), new At(2, 1), 60, "far"));
        var march = room.state().march(1);
        assertThat(march.beyond()).isEqualTo(new Beyond("far", Side.EAST, new At(2, 1)));
        room.after(Duration.ofSeconds(19))
                .happens(new Departed(march))
                .causes(new Effect.Tell(ANN, new RoomId("region:far"), crossing(new At(2, 1))));
        assertThat(room.state().marches().size()).isZero();
        assertThat(room.state().passing().size()).isZero();
        assertThat(room.state().tile(new At(0, 2))).isEqualTo(new Tile(ANN, 40, true));
    }

    @Test
    void whoComesOverTheBorderMarchesOnAndIsNotDoubled() {
        var room = given(REGION, Map.of("rows", ROWS, "pace", 1_000), "bob");
        room.hears("region:north", crossing(new At(2, 1)));
        var march = room.state().march(1);
        assertThat(march.from()).isEqualTo(new At(0, 2));
        room.happens(new Entered(march));
        room.hearsTwice("region:north", crossing(new At(2, 1))).refused(Code.RULES, "not told");
        room.after(Duration.ofSeconds(2)).happens(new Arrived(march, new Tile(ANN, 60, false)));
        assertThat(room.state().marches().size()).isZero();
    }

    @Test
    void whoIsNotLetInComesHome() {
        var far = given(REGION, Map.of("rows", ROWS), "bob");
        var crossing = crossing(new At(5, 0));
        far.hears("region:west", crossing)
                .happens(new TurnedBack(crossing, "no-land"))
                .causes(new Effect.Tell(ANN, new RoomId("region:west"), crossing.back("no-land")));
        var west = inTheWest();
        west.when("ann", new Send(new At(0, 2), new At(5, 0), 60, "far"))
                .after(Duration.ofSeconds(19));
        west.hears("region:far", crossing.back("no-land")).after(Duration.ofSeconds(19));
        assertThat(west.state().tile(new At(0, 2))).isEqualTo(new Tile(ANN, 100, true));
        west.when("ann", new Send(new At(0, 2), new At(5, 0), 60, "far"))
                .after(Duration.ofSeconds(19));
        west.cannotTell("region:far", crossing).after(Duration.ofSeconds(19));
        assertThat(west.state().tile(new At(0, 2))).isEqualTo(new Tile(ANN, 100, true));
        assertThat(west.state().marches().size()).isZero();
    }

    @Test
    void whoArrivesWithMoreTakesTheTileAndTheBaseFalls() {
        var room = region();
        room.when("ann", new Send(new At(0, 0), new At(10, 3), 100)).after(Duration.ofSeconds(11));
        room.when("bob", new Send(new At(19, 3), new At(18, 3), 50)).after(Duration.ofSeconds(1));
        room.when("ann", new Send(new At(10, 3), new At(19, 3), 80)).after(Duration.ofSeconds(9));
        assertThat(room.state().tile(new At(19, 3))).isEqualTo(new Tile(ANN, 30, false));
        room.when("bob", new Settle(15, 0)).happens(new Settled(BOB, 15, 0));
    }

    @Test
    void marchesThatArriveTogetherArriveInOrder() {
        var room = region();
        room.when("ann", new Send(new At(0, 0), new At(9, 0), 30));
        room.when("bob", new Send(new At(19, 3), new At(9, 0), 20)).after(Duration.ofHours(1));
        assertThat(room.state().tile(new At(9, 0))).isEqualTo(new Tile(ANN, 10, false));
        assertThat(room.state().marches().size()).isZero();
    }

    @Test
    void aMarchIsSeenFromTheCellsItPassesAndWhatChangesIsSaid() {
        var room = region();
        var before = room.state();
        room.when("ann", new Send(new At(0, 0), new At(19, 3), 60));
        var march = room.state().march(1);
        assertThat(march.cells()).containsExactly("0:0", "1:0", "2:0");
        assertThat(room.state().values("1:0")).containsOnly(Map.entry("march:1@1:0", march));
        assertThat(REGION.changed(before, new Marched(march), room.state()))
                .containsExactly(
                        new Spot("0:0", "0:0"),
                        new Spot("0:0", "march:1@0:0"),
                        new Spot("1:0", "march:1@1:0"),
                        new Spot("2:0", "march:1@2:0"));
        assertThat(REGION.value(room.state(), new Spot("1:0", "march:1@1:0"))).isEqualTo(march);
        assertThat(REGION.value(room.state(), new Spot("0:0", "0:0")))
                .isEqualTo(new Tile(ANN, 40, true));
        assertThat(REGION.value(room.state(), new Spot("0:0", "3:3"))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                      0 |  0 |   8 |  4 | 0:0
                      7 |  0 |   2 |  1 | 0:0,1:0
                    -99 | -9 | 200 | 99 |
                     -8 |  0 |  20 |  9 | 0:0,1:0
                      0 |  0 | 2147483647 | 2147483647 | 0:0,1:0,2:0
                     18 |  3 |  64 | 64 | 2:0
                      3 |  3 |   0 |  5 |
                    """)
    void aLookIsAtCells(int x, int y, int width, int height, String cells) {
        var seen = REGION.look(region().state(), new Look(x, y, width, height), ANN).orElseThrow();
        assertThat(seen).isEqualTo(cells == null ? Set.of() : Set.of(cells.split(",")));
        assertThat(REGION.look(region().state(), new Claim(1, 1), ANN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = "''\n..,.\n..,.x")
    void aMapIsARectangleOfKnownLetters(String rows) {
        var settings = new Settings(Map.of("rows", List.of(rows.split(","))));
        assertThatThrownBy(() -> Terrain.of(settings)).isInstanceOf(Settings.BadSetting.class);
        assertThatThrownBy(() -> Terrain.of(Settings.NONE)).isInstanceOf(Settings.BadSetting.class);
    }
}
