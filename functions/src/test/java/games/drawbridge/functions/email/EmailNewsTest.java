package games.drawbridge.functions.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.functions.testkit.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The events are as SES's documentation shows them.
class EmailNewsTest {
    private static final World world = World.open();

    private final SuppressionTable suppressions =
            new SuppressionTable(new Aws(world.environment("MailingCalls")));

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    Permanent,    General,                  true
                    Permanent,    OnAccountSuppressionList, true
                    Transient,    MailboxFull,              false
                    Undetermined, Undetermined,             false
                    """)
    void whatCameBackForGoodIsNotTriedAgain(String type, String subType, boolean suppressed) {
        String address = type + "." + subType + "@example.com";
        for (int n = 0; n < 2; n++) assertThat(hear(bounce(type, subType, address))).isEmpty();
        assertThat(has(address.toUpperCase(Locale.ROOT))).isEqualTo(suppressed);
    }

    @Test
    void whoCallsItSpamGetsNothingMore() {
        String complaint =
                """
                {"eventType":"Complaint",
                 "complaint":{"complainedRecipients":[{"emailAddress":"angry@example.com"}],
                   "timestamp":"2026-11-21T00:41:02.669Z","feedbackId":"01000157c44f053b","userAgent":"Mail.app",
                   "complaintFeedbackType":"abuse","arrivalDate":"2026-11-21T00:41:02.669Z"},
                 "mail":{"messageId":"m1","destination":["angry@example.com"],"tags":{}}}\
                """;
        assertThat(hear(complaint)).isEmpty();
        assertThat(has("angry@example.com")).isTrue();
        var row =
                world.tables()
                        .row(
                                "Players",
                                "SUPPRESSED#" + new EmailAddress("angry@example.com").hash(),
                                "HEAD");
        assertThat(row.get("why").s()).isEqualTo("complaint");
        assertThat(row.toString()).doesNotContain("angry");
    }

    @Test
    void whatNobodyUnderstandsIsReportedAndHoldsUpNothing() {
        assertThat(
                        hear(
                                "no json",
                                "{}",
                                bounce("Permanent", "General", "late@example.com"),
                                "{\"eventType\":\"Delivery\",\"mail\":{}}",
                                "{\"eventType\":\"Send\",\"mail\":{},\"send\":{}}",
                                "{\"eventType\":\"Something new\"}"))
                .containsExactly("message-0", "message-1");
        assertThat(has("late@example.com")).isTrue();
    }

    private boolean has(String address) {
        return suppressions.has(new EmailAddress(address));
    }

    private static String bounce(String type, String subType, String address) {
        return """
        {"eventType":"Bounce",
         "bounce":{"bounceType":"%s","bounceSubType":"%s",
           "bouncedRecipients":[{"emailAddress":"%s","action":"failed","status":"5.1.1",
             "diagnosticCode":"smtp; 550 5.1.1 user unknown"}],
           "timestamp":"2026-11-21T00:41:02.669Z","feedbackId":"01000157c44f053b","reportingMTA":"dsn; mta.example.com"},
         "mail":{"timestamp":"2026-11-21T00:40:02.012Z","source":"play@mail.play.example","messageId":"m1",
           "destination":["%3$s"],"tags":{"ses:configuration-set":["set"]}}}\
        """
                .formatted(type, subType, address);
    }

    private static List<String> hear(String... bodies) {
        var records = new ArrayList<SQSEvent.SQSMessage>();
        for (String body : bodies) {
            var message = new SQSEvent.SQSMessage();
            message.setMessageId("message-" + records.size());
            message.setBody(body);
            records.add(message);
        }
        var event = new SQSEvent();
        event.setRecords(records);
        return world
                .<SQSEvent, SQSBatchResponse>handler("HearEmailNews")
                .handleRequest(event, new TestContext("HearEmailNews"))
                .getBatchItemFailures()
                .stream()
                .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }
}
