package games.drawbridge.functions.cost;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.Template;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// What the benchmark asks.
class RequestsTest {
    @Test
    void everyFunctionThatAnswersRequestsIsAskedSomethingThatItAnswersWell() {
        try (var requests = new Requests()) {
            var functions = Template.read().routes().stream().map(Template.Route::function);
            assertThat(requests.byFunction().keySet())
                    .containsExactlyInAnyOrderElementsOf(functions.distinct().toList());
            var refused = new ArrayList<String>();
            requests.byFunction()
                    .forEach((function, call) -> {
                        for (int n = 0; n < 2; n++) {
                            var asked = call.get();
                            assertThat(asked.route().function()).isEqualTo(function);
                            var got = asked.send();
                            if (got.status() >= 400) refused.add(function + " " + got.body());
                        }
                    });
            assertThat(refused).isEmpty();
        }
    }
}
