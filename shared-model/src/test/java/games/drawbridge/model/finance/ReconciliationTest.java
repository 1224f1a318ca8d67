package games.drawbridge.model.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationTest {
    private static final Instant AT = Instant.parse("2026-10-14T12:00:00Z");

    /// Charges of 4.99 euro with 0.80 tax at 1.1435, ours and theirs.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    charge | EUR | 499 | 80 | 1.1435 | 72 | MATCH
                    charge | EUR | 500 | 80 | 1.1435 | 72 | MATCH
                    charge | EUR | 498 | 81 | 1.1435 | 72 | MATCH
                    charge | EUR | 499 | 80 |        | 72 | MATCH
                    charge | EUR | 499 | 80 | 1.1445 | 72 | MATCH
                    charge | EUR | 499 | 80 | 1.1500 | 72 | RATE
                    charge | EUR | 501 | 80 | 1.1435 | 72 | AMOUNT
                    charge | EUR | 499 | 78 | 1.1435 | 72 | AMOUNT
                    refund | EUR | -499 | -80 | 1.1435 | 72 | STATUS
                    charge | USD | 499 | 80 | 1      | 72 | STATUS
                    -      | -   | -   | -  | -      | 49 | MISSING_THEIRS
                    -      | -   | -   | -  | -      | 47 | WAITING
                    """)
    void findsWhatDiffers(
            String kind,
            String currency,
            Long gross,
            Long tax,
            String rate,
            int hoursLater,
            Difference.Kind found) {
        var now = AT.plus(Duration.ofHours(hoursLater));
        var reconciliation = new Reconciliation(now);
        reconciliation.ours(Movements.charge("1", AT.plusSeconds(2)));
        if (kind != null)
            reconciliation.theirs(
                    reported("1", kind, currency, gross, tax, rate == null ? "" : rate));
        assertThat(reconciliation.differences().getFirst().kind()).isEqualTo(found);
        assertThat(reconciliation.open().contains("1")).isEqualTo(found.open());
    }

    @Test
    void aLostNoticeIsMissing() {
        var reconciliation = new Reconciliation(AT);
        reconciliation.theirs(reported("9", "charge", "EUR", 499, 80, "1.1435"));
        var difference = reconciliation.differences().getFirst();
        assertThat(difference.kind()).isEqualTo(Difference.Kind.MISSING_OURS);
        assertThat(difference.ours()).isNull();
        assertThat(difference.theirs()).isEqualTo(499);
        assertThat(reconciliation.open()).containsExactly("9");
    }

    @Test
    void refundsInPartsAreAddedUp() {
        var charge = Movements.charge("1", AT);
        var reconciliation = new Reconciliation(AT.plus(Duration.ofDays(3)));
        reconciliation.ours(charge);
        reconciliation.ours(Movements.refund(charge, AT));
        reconciliation.theirs(reported("1", "charge", "EUR", 499, 80, ""));
        reconciliation.theirs(reported("1", "refund", "EUR", -200, -32, ""));
        reconciliation.theirs(reported("1", "refund", "EUR", -299, -48, ""));
        assertThat(reconciliation.open()).isEmpty();
        assertThat(reconciliation.differences()).hasSize(2);
    }

    @Test
    void testPaymentsAreInNoReport() {
        var charge = Movements.charge("1", AT);
        var source = charge.source();
        var test =
                new Movement(
                        charge.kind(),
                        charge.bookedAt(),
                        new Source(source.provider(), "1", "charge", source.at(), true),
                        charge.split(),
                        null,
                        charge.sale(),
                        null);
        var reconciliation = new Reconciliation(AT.plus(Duration.ofDays(3)));
        reconciliation.ours(test);
        assertThat(reconciliation.differences()).isEmpty();
    }

    /// Two charges of 4.99 and a refund of 1.00 in a report, and what it says that they come to.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    charge | EUR | 998 | - | MATCH
                    charge | EUR | 499 | 499 | MATCH
                    charge | EUR | 997 | - | DIGEST
                    charge | EUR | 499 | - | DIGEST
                    charge | USD | 998 | - | DIGEST
                    """)
    void aReportMustComeToItsOwnSum(
            String kind, String currency, long sum, Long more, Difference.Kind found) {
        var reconciliation = new Reconciliation(AT);
        reconciliation.theirs(reported("1", "charge", "EUR", 499, 80, ""));
        reconciliation.theirs(reported("2", "charge", "EUR", 499, 80, ""));
        reconciliation.theirs(reported("1", "refund", "EUR", -100, -16, ""));
        reconciliation.digest(sum("refund", "EUR", -100));
        reconciliation.digest(sum(kind, currency, sum));
        if (more != null) reconciliation.digest(sum(kind, currency, more));
        for (int again = 0; again < 2; again++) {
            var digest =
                    reconciliation.differences().stream()
                            .filter(it -> it.payment().isEmpty())
                            .toList();
            assertThat(digest.getFirst().kind()).isEqualTo(found);
            assertThat(digest.getLast().what()).isEqualTo(Movement.Kind.REFUND);
            assertThat(digest.getLast().kind()).isEqualTo(Difference.Kind.MATCH);
        }
        assertThat(reconciliation.open()).doesNotContain("");
    }

    private static ReportedSum sum(String kind, String currency, long gross) {
        return new ReportedSum(Movement.Kind.of(kind), new Money(gross, new Currency(currency), 2));
    }

    private static Reported reported(
            String payment, String kind, String currency, long gross, long tax, String rate) {
        return new Reported(
                ProviderName.FACEBOOK,
                payment,
                Movement.Kind.of(kind),
                LocalDate.parse("2026-10-14"),
                new Money(gross, new Currency(currency), 2),
                tax,
                rate);
    }
}
