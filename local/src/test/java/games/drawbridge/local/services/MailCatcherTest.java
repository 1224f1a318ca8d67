package games.drawbridge.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.http.Headers;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailCatcherTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.ofEpochSecond(1_800_000_000));

    @TempDir Path folder;

    private final List<JsonNode> news = new ArrayList<>();
    private Mails mails;
    private MailCatcher catcher;

    @BeforeEach
    void open() throws Exception {
        mails = new Mails(folder.resolve("mails"));
        catcher = new MailCatcher(mails, CLOCK, text -> news.add(Json.read(text)));
    }

    @Test
    void aMailIsKeptWithItsHeadersAndToldOf() throws Exception {
        var answer = send("ann@example.com", ",\"ConfigurationSetName\":\"set\"");
        String id = Json.read(answer.text()).path("MessageId").asText();
        var kept = mails.all().getFirst();
        assertThat(kept.id()).isEqualTo(id);
        assertThat(kept.headers())
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        assertThat(news).hasSize(1);
        var sent = news.getFirst();
        assertThat(sent.path("eventType").asText()).isEqualTo("Send");
        assertThat(sent.at("/mail/messageId").asText()).isEqualTo(id);
        assertThat(sent.at("/mail/tags/order/0").asText()).isEqualTo("o1");
        assertThat(sent.at("/mail/tags/ses:configuration-set/0").asText()).isEqualTo("set");
    }

    @Test
    void withoutASetNothingIsTold() throws Exception {
        assertThat(send("bounce@simulator.amazonses.com", "").status()).isEqualTo(200);
        assertThat(news).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    success@simulator.amazonses.com,             ,          '',                              ''
                    bounce@simulator.amazonses.com,              Bounce,    /bounce/bounceSubType,           General
                    bounce+ann@simulator.amazonses.com,          Bounce,    /bounce/bounceType,              Permanent
                    suppressionlist@simulator.amazonses.com,     Bounce,    /bounce/bounceSubType,           Suppressed
                    complaint@simulator.amazonses.com,           Complaint, /complaint/complaintFeedbackType, abuse
                    bounce@example.com,                          ,          '',                              ''
                    """)
    void theReceiverSaysWhatBecomesOfIt(String to, String type, String pointer, String value)
            throws Exception {
        send(to, ",\"ConfigurationSetName\":\"set\"");
        if (type == null) {
            assertThat(news).hasSize(1);
            return;
        }
        var told = news.get(1);
        assertThat(told.path("eventType").asText()).isEqualTo(type);
        assertThat(told.at(pointer).asText()).isEqualTo(value);
        assertThat(told.toString()).contains("\"emailAddress\":\"" + to + "\"");
    }

    @Test
    void whatSesWouldNotTakeIsRefusedInItsForm() throws Exception {
        var answer = send("nobody", "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().first("x-amzn-errortype")).contains("BadRequestException");
        assertThat(Json.read(answer.text()).path("message").asText()).contains("@domain");
        assertThat(mails.all()).isEmpty();
    }

    private Response send(String to, String more) throws Exception {
        String body =
                """
                {"FromEmailAddress":"Game <play@example.com>","Destination":{"ToAddresses":["%s"]},
                 "Content":{"Simple":{"Subject":{"Data":"Hi"},"Body":{"Text":{"Data":"text"},"Html":{"Data":"html"}},
                   "Headers":[{"Name":"List-Unsubscribe-Post","Value":"List-Unsubscribe=One-Click"}]}},
                 "EmailTags":[{"Name":"order","Value":"o1"}]%s}\
                """
                        .formatted(to, more);
        return catcher.answer(
                new Request(
                        "POST",
                        "/v2/email/outbound-emails",
                        "",
                        Headers.NONE,
                        Buffer.buffer(body),
                        "HTTP/1.1",
                        "127.0.0.1"));
    }
}
