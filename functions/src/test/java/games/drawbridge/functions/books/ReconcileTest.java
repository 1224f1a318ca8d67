package games.drawbridge.functions.books;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.model.finance.ProviderName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconcileTest {
    private static final LocalDate DAY = LocalDate.parse("2026-07-01");

    /// With a section that is none of our business and footers.
    private static final String FACEBOOK =
            """
            SH,2026-07-01,credits_digest
            CH,app_id,credits
            CD,241431489326925,12
            SF,1
            SH,2026-07-01,payment_detail
            CH,app_id,payment_type,product_type,payment_id,time_completed,recv_currency,recv_amount,fx_batch_id,fx_rate,settle_currency,reference_id,tax_country,tax_amount
            CD,241431489326925,S,IN_APP_PURCHASE,1,2026-07-01 10:15:00,EUR,12.00,77,1.1435,USD,ord1,DE,2.00
            CD,241431489326925,R,IN_APP_PURCHASE,1,2026-07-01 18:00:00,EUR,-12.00,77,1.1435,USD,ord1,DE,-2.00
            CD,241431489326925,S,IN_APP_PURCHASE,2,2026-07-01 18:00:00,TWD,1000,77,0.033,USD,ord2,TW,166
            CD,241431489326925,S,IN_APP_PURCHASE,3,2026-07-01 18:00:00,EUR,9.99,77,1.1435,USD,ord3,DE,
            SF,4
            """;

    private static final String STRIPE =
            """
            balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id,customer_facing_amount,customer_facing_currency,payment_intent_id
            txn_1,2026-07-01 10:00:00,eur,4.30,0.37,3.93,charge,ch_1,4.99,usd,pi_1
            txn_2,2026-07-01 10:00:00,eur,-4.30,0.00,-4.30,refund,re_1,,,pi_1
            txn_3,2026-07-01 10:00:00,eur,0.00,2.00,-2.00,fee,fee_1,,,
            txn_4,2026-07-01 10:00:00,eur,-5.00,15.00,-20.00,dispute,dp_1,,,
            """;

    private static final String DIGEST =
            """
            SH,2026-07-01,payment_digest
            CH,app_id,app_name,payment_type,product_type,recv_currency,recv_amount,fx_batch_id
            CD,241431489326925,Game,S,IN_APP_PURCHASE,EUR,12.00,77
            CD,241431489326925,Game,S,IN_APP_PURCHASE,EUR,9.99,78
            CD,241431489326925,Game,R,IN_APP_PURCHASE,EUR,-12.00,77
            CD,241431489326925,Game,S,IN_APP_PURCHASE,TWD,1001,77
            SF,4
            """;

    private final Books books = new Books();
    private final Reconcile function =
            new Reconcile(
                    books.world.environment("Reconcile"),
                    () -> Instant.parse("2026-07-05T18:30:00Z"));

    @Test
    void whatDiffersIsKeptAndCounted() throws IOException {
        var charge = books.charge("1", "EUR", 1_200, null, "2026-07-01T17:15:00Z");
        books.refund(charge, "2026-07-02T01:00:00Z");
        books.charge("2", "TWD", 1_001, null, "2026-07-01T17:15:00Z");
        books.charge("4", "EUR", 500, null, "2026-07-02T06:59:59Z");
        books.charge("5", "EUR", 500, null, "2026-07-02T07:00:00Z");
        books.world.object("BooksBucket", "reports/facebook/2026-07-01.zip", zip(FACEBOOK));
        var context = run();
        assertThat(books.world.objects("BooksBucket").get("reconciled/facebook/2026-07-01.csv"))
                .asString(UTF_8)
                .isEqualToNormalizingNewlines(
                        """
                        difference,payment,kind,currency,exponent,ours,theirs
                        MATCH,1,charge,EUR,2,1200,1200
                        MATCH,1,refund,EUR,2,-1200,-1200
                        MATCH,2,charge,TWD,0,1001,1000
                        MISSING_OURS,3,charge,EUR,2,,999
                        MISSING_THEIRS,4,charge,EUR,2,500,
                        """);
        assertThat(context.lines()).hasSize(1);
        assertThat(context.lines().getFirst())
                .contains("\"OpenDifferences\":2", "\"Provider\":\"facebook\"");
        assertThat(run().lines()).as("a day is done once").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReportIsHeldAgainstItsDigest(boolean beside) throws IOException {
        books.world.object(
                "BooksBucket",
                "reports/facebook/2026-07-01.zip",
                zip(beside ? FACEBOOK : DIGEST + FACEBOOK));
        if (beside)
            books.world.object(
                    "BooksBucket", "reports/facebook/2026-07-01-digest.zip", zip(DIGEST));
        run();
        assertThat(books.world.objects("BooksBucket").get("reconciled/facebook/2026-07-01.csv"))
                .asString(UTF_8)
                .containsIgnoringNewLines(
                        """
                        MATCH,,charge,EUR,2,2199,2199
                        DIGEST,,charge,TWD,0,1000,1001
                        MATCH,,refund,EUR,2,-1200,-1200
                        """);
    }

    @Test
    void aDigestThatIsNoneIsAFaultAndComesAgain() throws IOException {
        books.world.object("BooksBucket", "reports/facebook/2026-07-01.zip", zip(FACEBOOK));
        books.world.object(
                "BooksBucket", "reports/facebook/2026-07-01-digest.zip", zip("not,a,digest"));
        assertThat(run().lines()).hasSize(1).first().asString().contains("no payment_digest");
        assertThat(books.world.objects("BooksBucket"))
                .doesNotContainKey("reconciled/facebook/2026-07-01.csv");
    }

    private TestContext run() {
        var context = new TestContext("Reconcile");
        function.handleRequest(new ScheduledEvent(), context);
        return context;
    }

    @Test
    void stripesRowsAreWhatThePlayerPaid() throws IOException {
        assertThat(StripeReport.read(STRIPE.getBytes(UTF_8), DAY))
                .extracting(it ->
                        it.payment()
                                + " "
                                + it.kind().word()
                                + " "
                                + it.gross().decimal()
                                + " "
                                + it.gross().currency())
                .containsExactly(
                        "pi_1 charge 4.99 USD",
                        "pi_1 refund -4.30 EUR",
                        "dp_1 chargeback -5.00 EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"S,", "X,", "S,EURO"})
    void whatIsNotUnderstoodIsNoReport(String wrong) throws IOException {
        String csv =
                FACEBOOK.replace(
                        "CD,241431489326925,S,IN_APP_PURCHASE,3",
                        "CD,241431489326925," + wrong + "IN_APP_PURCHASE,");
        var report = FacebookReport.read(zip(csv));
        assertThatThrownBy(() -> report.payments(ProviderName.FACEBOOK, DAY))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> FacebookReport.read(csv.getBytes(UTF_8))).hasMessage("no zip");
    }

    @Test
    void aReportWithoutTheSectionIsNone() throws IOException {
        String csv = FACEBOOK.replace("payment_detail", "credits_detail");
        var report = FacebookReport.read(zip(csv));
        assertThatThrownBy(() -> report.payments(ProviderName.FACEBOOK, DAY))
                .hasMessage("no payment_detail");
    }

    @Test
    void aDamagedReportIsAFaultAndComesAgain() {
        books.world.object(
                "BooksBucket", "reports/stripe/2026-07-01.csv", "<html>".getBytes(UTF_8));
        assertThat(run().lines()).hasSize(1);
        books.world.object("BooksBucket", "reports/stripe/2026-07-01.csv", STRIPE.getBytes(UTF_8));
        assertThat(run().lines()).hasSize(1).first().asString().contains("\"OpenDifferences\":3");
    }

    private static byte[] zip(String csv) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("1234_detail_2026-07-01.csv"));
            zip.write(csv.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
