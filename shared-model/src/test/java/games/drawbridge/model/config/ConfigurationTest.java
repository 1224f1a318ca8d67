package games.drawbridge.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Setting.Whole FEE = new Setting.Whole("fee", 5L, 0, 50);
    private static final List<Setting> SETTINGS =
            List.of(FEE, new Setting.Choice("mood", "calm", List.of("calm", "wild")));

    private static Change fee(long value, int from, int until, Segment segment) {
        return new Change(
                "fee",
                value,
                from < 0 ? null : NOON.plusSeconds(from),
                until < 0 ? null : NOON.plusSeconds(until),
                segment);
    }

    private static Object at(int second, Segment.Subject subject, Change... changes) {
        return new Configuration(1, List.of(changes))
                .values(SETTINGS, NOON.plusSeconds(second), Optional.ofNullable(subject))
                .get("fee");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # from, until, at, value
                    -1, -1,  0, 7
                    10, -1,  9, 5
                    10, -1, 10, 7
                    -1, 20, 19, 7
                    -1, 20, 20, 5
                    10, 20, 15, 7
                    10, 20, 25, 5
                    """)
    void aChangeHoldsForItsTime(int from, int until, int at, long value) {
        assertThat(at(at, null, fee(7, from, until, null))).isEqualTo(value);
    }

    @Test
    void theLastOfThoseThatHoldCounts() {
        assertThat(at(5, null, fee(7, -1, -1, null), fee(8, -1, -1, null))).isEqualTo(8L);
        assertThat(at(5, null, fee(7, -1, -1, null), fee(8, 9, -1, null))).isEqualTo(7L);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    SE, '',    SE, sv, 7
                    SE, '',    NO, sv, 5
                    SE, '',      , sv, 5
                    '', pt,    BR, pt, 7
                    '', pt,    BR, es, 5
                    SE, en,    SE, en, 7
                    SE, en,    SE, sv, 5
                    """)
    void aSegmentIsSomeOfThePlayers(
            String countries, String languages, String country, String language, long value) {
        var segment =
                new Segment(
                        countries.isEmpty() ? List.of() : List.of(countries),
                        languages.isEmpty() ? List.of() : List.of(languages),
                        null,
                        null);
        var ann = new Segment.Subject(new PlayerId("ann"), country, language);
        assertThat(at(0, ann, fee(7, -1, -1, segment))).isEqualTo(value);
        assertThat(at(0, null, fee(7, -1, -1, segment))).as("the server itself").isEqualTo(5L);
    }

    @Test
    void aShareIsAboutSoManyAndAlwaysTheSame() {
        var third = new Segment(List.of(), List.of(), 30, null);
        var other = new Segment(List.of(), List.of(), 30, "other");
        int in = 0;
        int both = 0;
        for (int n = 0; n < 10_000; n++) {
            var who = new Segment.Subject(new PlayerId("player-" + n), null, "en");
            if (third.has(who)) in++;
            if (third.has(who) && other.has(who)) both++;
            assertThat(third.has(who)).isEqualTo(third.has(who));
        }
        assertThat(in).isBetween(2_800, 3_200);
        assertThat(both).as("another salt picks others").isBetween(700, 1_100);
    }

    @Test
    void whatTheTitleDoesNotDeclareIsNamedAndPassedOver() {
        var wrong =
                List.of(
                        new Change("gone", 1L, null, null, null),
                        new Change("fee", 51L, null, null, null),
                        new Change("mood", "sad", null, null, null));
        assertThat(Configuration.faults(SETTINGS, wrong)).hasSize(3);
        assertThat(new Configuration(1, wrong).values(SETTINGS, NOON, Optional.empty()))
                .isEqualTo(Map.of("fee", 5L, "mood", "calm"));
    }

    @Test
    void itsTurnsAreThoseToCome() {
        var changes = List.of(fee(1, 10, 20, null), fee(2, -1, 5, null), fee(3, 10, -1, null));
        assertThat(new Configuration(1, changes).turns(NOON.plusSeconds(5)))
                .containsExactly(NOON.plusSeconds(10), NOON.plusSeconds(20));
    }
}
