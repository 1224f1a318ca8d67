package games.drawbridge.model.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovementTest {
    private static final Instant AT = Instant.parse("2026-10-31T23:59:59.999999Z");
    private static final Movement CHARGE = Movements.charge("3603105474213890", AT);

    /// The contract: who changes a line of this breaks somebody's script. New columns go to the
    /// end.
    private static final String COLUMNS =
            """
            id TEXT
            month TEXT
            bookedAt TIME
            kind TEXT
            provider TEXT
            payment TEXT
            action TEXT
            at TIME
            providerDay DAY
            test TRUTH
            original TEXT
            originalMonth TEXT
            player TEXT
            order TEXT
            sku TEXT
            quantity WHOLE
            country TEXT
            taxCountry TEXT
            taxTreatment TEXT
            affiliate TEXT
            currency TEXT
            exponent WHOLE
            gross WHOLE
            tax WHOLE
            fee WHOLE
            net WHOLE
            fxRate TEXT
            fxSource TEXT
            fxDay DAY
            settleCurrency TEXT
            settleExponent WHOLE
            settleAmount WHOLE
            """;

    @Test
    void theColumnsAreAContract() {
        assertThat(Stream.of(Column.values()).map(it -> it.word() + " " + it.type()))
                .containsExactlyElementsOf(COLUMNS.lines().toList());
    }

    @Test
    void aMovementIsWhatItsColumnsSay() {
        var refund = Movements.refund(CHARGE, AT.plusSeconds(3600));
        assertThat(Stream.of(CHARGE, refund).map(MovementTest::again))
                .containsExactly(CHARGE, refund);
    }

    private static Movement again(Movement movement) {
        return new MovementCells(
                        column -> {
                            var value = column.of(movement);
                            return value == null ? null : value.toString();
                        })
                .movement();
    }

    @Test
    void itCountsInTheMonthInWhichItWasBooked() {
        assertThat(CHARGE.month()).isEqualTo(YearMonth.parse("2026-10"));
        assertThat(Movements.charge("1", AT.plusMillis(1)).month())
                .isEqualTo(YearMonth.parse("2026-11"));
        assertThat(CHARGE.id()).isEqualTo("facebook#3603105474213890#charge");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CHARGE     | -1 | false | CHARGE of
                    CHARGE     |  1 | true  | a charge follows nothing
                    REVERSAL   | -1 | true  | REVERSAL of
                    REVERSAL   |  1 | false | REVERSAL of nothing
                    REFUND     |  1 | true  | REFUND of
                    REFUND     | -1 | false | REFUND of nothing
                    CHARGEBACK |  1 | true  | CHARGEBACK of
                    CHARGEBACK | -1 | false | CHARGEBACK of nothing
                    FEE        |  1 | false | FEE of
                    """)
    void refusesWhatContradictsItself(
            Movement.Kind kind, long gross, boolean follows, String message) {
        var split = Split.of(new Money(gross, new Currency("EUR"), 2), 0, 0);
        var original = follows ? new Original(CHARGE.id(), CHARGE.month()) : null;
        assertThatThrownBy(() ->
                        new Movement(kind, AT, CHARGE.source(), split, null, Sale.NONE, original))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
