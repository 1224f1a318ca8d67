package games.drawbridge.realtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import games.drawbridge.model.room.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonTest {
    private record Kept(List<Json> parts, int after) {}

    /// Jackson reads texts of more than 32,768 characters in another way.
    @ParameterizedTest
    @ValueSource(ints = {0, 32_600, 40_000, 3_000_000})
    void partsOfATextAreKeptAsTheyAreHoweverLongItIs(int length) throws JsonProcessingException {
        String large = "{\"a\": [1, 2.50, \"é%s\"]}".formatted("x".repeat(length));
        String text = "{\"parts\":[%s, 1e2 ,null,\"b\"],\"after\":3}".formatted(large);
        for (var mapper : List.of(Jackson.lenient(), Jackson.strict())) {
            var kept = mapper.readValue(text, Kept.class);
            assertThat(kept.parts())
                    .extracting(Json::text)
                    .containsExactly(large, "1e2", "null", "\"b\"");
            assertThat(kept.after()).isEqualTo(3);
            assertThat(mapper.readerFor(Kept.class).<Kept>readValue(text)).isEqualTo(kept);
        }
    }
}
