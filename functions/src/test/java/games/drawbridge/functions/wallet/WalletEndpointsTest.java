package games.drawbridge.functions.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.SetClock;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalletEndpointsTest {
    private static final World world = World.open();

    @BeforeAll
    static void annWinsSevenTimesAndBobOnce() {
        var clock = new SetClock(Instant.parse("2026-11-01T20:00:00Z"));
        var aws = new Aws(world.environment("ApplyEffects"));
        var wallets = new WalletTable(aws, clock, new SecureRandom());
        for (int n = 1; n <= 7; n++) {
            wallets.apply(prize("r1#" + n + "#0", "ann", n));
            clock.pass(Duration.ofSeconds(1));
        }
        wallets.apply(prize("r2#1#0", "bob", 1));
    }

    @Test
    void aWalletShowsItsCurrencies() {
        assertThat(world.get("/v1/wallet").as("ann").send().body())
                .isEqualTo("{\"balances\":{\"gold\":28}}");
        assertThat(world.get("/v1/wallet").as("stranger").send().body())
                .isEqualTo("{\"balances\":{}}");
        assertThat(world.get("/v1/inventory").as("ann").send().body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void entriesComeNewestFirst() {
        var entries = world.get("/v1/wallet/entries").as("ann").send();
        assertThat(entries.at("/entries/0").toString())
                .isEqualTo(
                        """
                        {"at":"2026-11-01T20:00:06Z","transaction":"r1#7#0","reason":"prize",\
                        "unit":"gold","amount":7}\
                        """);
        assertThat(entries.at("/entries")).hasSize(7);
        assertThat(entries.json().has("next")).isFalse();
        assertThat(world.get("/v1/wallet/entries").as("stranger").send().body())
                .isEqualTo("{\"entries\":[]}");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        var amounts = new ArrayList<Integer>();
        String target = "/v1/wallet/entries?limit=3";
        for (String cursor = ""; cursor != null; ) {
            var page = world.get(target + cursor).as("ann").send();
            page.at("/entries").forEach(entry -> amounts.add(entry.get("amount").asInt()));
            cursor = page.json().has("next") ? "&cursor=" + page.text("/next") : null;
        }
        assertThat(amounts).containsExactly(7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void aPageThatEndsWithTheListHasNoNext() {
        assertThat(world.get("/v1/wallet/entries?limit=7").as("ann").send().json().has("next"))
                .isFalse();
        assertThat(world.get("/v1/wallet/entries?limit=6").as("ann").send().json().has("next"))
                .isTrue();
    }

    @Test
    void aCursorIsGoodForItsOwnPlayerOnly() {
        String next = world.get("/v1/wallet/entries?limit=3").as("ann").send().text("/next");
        assertThat(world.get("/v1/wallet/entries?cursor=" + next).as("bob").send().outcome())
                .isEqualTo("400 bad-input");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    limit=0          | limit must be a whole number from 1 to 100
                    limit=101        | limit must be a whole number from 1 to 100
                    limit=-1         | limit must be a whole number from 1 to 100
                    limit=ten        | limit must be a whole number from 1 to 100
                    limit=1,2        | limit must be a whole number from 1 to 100
                    cursor=hello     | cursor must be the next of an earlier page of this list
                    """)
    void refuses(String query, String detail) {
        var refused = world.get("/v1/wallet/entries?" + query).as("ann").send();
        assertThat(refused.outcome()).isEqualTo("400 bad-input");
        assertThat(refused.text("/detail")).isEqualTo(detail);
    }

    @Test
    void twentyEntriesAreAPageWhereNothingElseIsSaid() {
        var aws = new Aws(world.environment("ApplyEffects"));
        var wallets = new WalletTable(aws, Instant::now, new SecureRandom());
        IntStream.range(0, 21).forEach(n -> wallets.apply(prize("c#" + n + "#0", "cat", 1)));
        var page = world.get("/v1/wallet/entries").as("cat").send();
        assertThat(page.at("/entries")).hasSize(20);
        assertThat(page.json().has("next")).isTrue();
    }

    private static Transaction prize(String id, String player, long gold) {
        return Transaction.prize(id, new PlayerId(player), new Unit("gold"), gold);
    }
}
