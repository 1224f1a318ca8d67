package games.drawbridge.functions.json;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    private record Log(Entry<Json> one, List<Json> many) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"x\": 1.0, \"y\":1.50e+3}",
                "{ \"b\" : 1,\n\t\"a\" : [ 1 ,2 ] }",
                "\"text \\u00e9 \\\" é 😀\"",
                "12345678901234567890",
                "-0.0",
                "true",
                "null",
                "{\"deep\":[{\"er\":[[\"\"]]}]}",
            })
    void keepsABodyByteForByte(String body) {
        String entry =
                "{\"cause\":{\"moved\":{\"by\":\"ann\",\"id\":4}},\"at\":7,\"seq\":3,\"events\":[%s , %s,\"x\"],\"later\":%s}"
                        .formatted(body, body, body);
        var read = JsonText.read("{\"one\":%s}".formatted(entry), Log.class).one();
        assertThat(read.events())
                .containsExactly(new Json(body), new Json(body), new Json("\"x\""));
        assertThat(JsonText.write(read.events())).isEqualTo("[" + body + "," + body + ",\"x\"]");
        assertThat(JsonText.read(body, Json.class)).isEqualTo(new Json(body));
    }

    @Test
    void keepsABodyByteForByteInALongText() {
        String body = "{\"text\":\"%s\"}".formatted("é😀".repeat(30_000));
        var read = JsonText.read("{\"many\":[1,%s, %s]}".formatted(body, body), Log.class).many();
        assertThat(read).containsExactly(new Json("1"), new Json(body), new Json(body));
    }

    @Test
    void writesInstantsToTheMillisecond() {
        assertThat(JsonText.write(Instant.parse("2026-11-01T20:00:00.123456789Z")))
                .isEqualTo("\"2026-11-01T20:00:00.123Z\"");
    }
}
