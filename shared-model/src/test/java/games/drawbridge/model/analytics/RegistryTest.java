package games.drawbridge.model.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.model.finance.Column;
import games.drawbridge.model.finance.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Registry registry(String events) throws JsonProcessingException {
        String columns = "{'name':'id','type':'text','means':'names it'}";
        String json = "{'columns':[%s],'events':[%s]}".formatted(columns, events);
        return JSON.readValue(json.replace('\'', '"'), Registry.class);
    }

    private static String event(String name, String from, int version, String fields) {
        return "{'name':'%s','from':'%s','version':%d,'means':'it','fields':[%s]}"
                .formatted(name, from, version, fields);
    }

    private static String field(String name, String type, int since) {
        return "{'name':'%s','type':'%s','since':%d,'means':'it'}".formatted(name, type, since);
    }

    private static final String WAVED = event("waved", "client", 1, field("hand", "text", 1));

    @Test
    void allEventsShareOneTable() throws JsonProcessingException {
        var two =
                WAVED
                        + ","
                        + event(
                                "won",
                                "server",
                                1,
                                field("hand", "text", 1) + "," + field("n", "whole", 1));
        assertThat(registry(two).table())
                .containsExactly(
                        new Field("id", Column.Type.TEXT),
                        new Field("hand", Column.Type.TEXT),
                        new Field("n", Column.Type.WHOLE));
        assertThat(registry(two).find("won").orElseThrow().from()).isEqualTo(Schema.Origin.SERVER);
        assertThat(registry(two).find("lost")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Waved | client | 1 | hand  | text  | 1 | not an event's name
                    waved | client | 1 | Hand  | text  | 1 | not a field's name
                    waved | client | 1 | 1st   | text  | 1 | not a field's name
                    waved | client | 1 | hand  | float | 1 | FLOAT
                    waved | nobody | 1 | hand  | text  | 1 | NOBODY
                    waved | client | 2 | hand  | text  | 1 | is of version 2 and its newest field of 1
                    waved | client | 1 | hand  | text  | 2 | is of version 1 and its newest field of 2
                    waved | client | 1 | id    | text  | 1 | every event has one
                    bowed | client | 1 | depth | text  | 1 | elsewhere WHOLE
                    knelt | client | 1 | depth | whole | 1 | two events knelt
                    """)
    void whatContradictsItselfIsNone(
            String name,
            String from,
            int version,
            String field,
            String type,
            int since,
            String why) {
        String knelt = event("knelt", "client", 1, field("depth", "whole", 1));
        String other = event(name, from, version, field(field, type, since));
        assertThatThrownBy(() -> registry(knelt + "," + other)).hasMessageContaining(why);
    }

    @Test
    void anEventHasEachFieldOnce() {
        String twice =
                event(
                        "waved",
                        "client",
                        1,
                        field("hand", "text", 1) + "," + field("hand", "text", 1));
        assertThatThrownBy(() -> registry(twice)).hasMessageContaining("two fields hand");
    }

    @Test
    void newEventsAndNewFieldsHarmNobody() throws JsonProcessingException {
        var more =
                event(
                        "waved",
                        "client",
                        2,
                        field("hand", "text", 1) + "," + field("n", "whole", 2));
        var now = registry(more + "," + event("won", "server", 1, ""));
        assertThat(now.lost(registry(WAVED))).isEmpty();
        assertThat(registry(WAVED).lost(now))
                .containsExactly("waved has no n any more", "no event won any more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    bowed | client | hand | text  | no event waved any more
                    waved | server | hand | text  | waved is told by another side
                    waved | client | arm  | text  | waved has no hand any more
                    waved | client | hand | whole | waved.hand is another one now
                    """)
    void whatWasThereMustStay(String name, String from, String field, String type, String lost)
            throws JsonProcessingException {
        var now = registry(event(name, from, 1, field(field, type, 1)));
        assertThat(now.lost(registry(WAVED))).containsExactly(lost);
    }
}
