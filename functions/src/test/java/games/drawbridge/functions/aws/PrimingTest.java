package games.drawbridge.functions.aws;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.testkit.Template;
import games.drawbridge.functions.testkit.World;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class PrimingTest {
    private final World world = World.open();

    @Test
    void noFunctionWritesWhenItIsPrimed() {
        int primed = 0;
        for (String function : Template.read().functions()) {
            if (Template.read().variables(function).keySet().stream()
                    .noneMatch(it -> it.endsWith("_TABLE"))) continue;
            Priming.prime(new Aws(world.environment(function)));
            primed++;
        }
        assertThat(primed).isGreaterThan(20);
        assertThat(world.calls())
                .hasSizeGreaterThan(20)
                .allMatch(call -> call.endsWith(" GetItem"));
    }

    @Test
    void aFunctionThatMayReadNothingIsPrimedAllTheSame() {
        var values = new HashMap<>(world.environment("PlayerCalls").values());
        values.put("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1");
        Priming.prime(new Aws(new Environment(values)));
        assertThat(world.calls()).isEmpty();
    }
}
