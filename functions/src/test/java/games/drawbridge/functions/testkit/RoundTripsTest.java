package games.drawbridge.functions.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundTripsTest {
    private static final Template.Route WALLET =
            new Template.Route("GET /v1/wallet", "WalletCalls", false);

    private final RoundTrips trips = new RoundTrips();

    private int request(int calls) {
        return trips.count(
                WALLET,
                () -> List.of("a", "b", "c"),
                () -> {
                    IntStream.range(0, calls).forEach(_ -> trips.call("WalletCalls"));
                    return calls;
                });
    }

    @Test
    void aRequestMakesNoMoreCallsThanItsRouteMay() {
        assertThat(request(2)).isEqualTo(2);
        assertThatThrownBy(() -> request(3))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /v1/wallet made 3 calls")
                .hasMessageContaining("[a, b, c]");
        assertThat(request(1)).as("each is counted for itself").isEqualTo(1);
    }

    @Test
    void requestsOfOneFunctionAtTheSameTimeAreNotCounted() {
        int inside =
                trips.count(
                        WALLET,
                        List::of,
                        () -> {
                            trips.call("WalletCalls");
                            trips.call("WalletCalls");
                            return request(3);
                        });
        assertThat(inside).isEqualTo(3);
    }

    @Test
    void onlyRoutesThatThereAreMayHaveMore() {
        var routes = Template.read().routes().stream().map(Template.Route::key).toList();
        assertThat(routes).containsAll(RoundTrips.more().keySet());
        assertThat(RoundTrips.more().values()).allMatch(most -> most > RoundTrips.GOAL);
    }
}
