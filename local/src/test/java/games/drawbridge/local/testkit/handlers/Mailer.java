package games.drawbridge.local.testkit.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.EmailContent;

/// Sends a mail, simple or raw.
public final class Mailer implements RequestHandler<Map<String, String>, String> {
    private static final String RAW =
            """
            From: Drawbridge <play@example.com>
            To: bob@example.com
            Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            plain
            --b
            Content-Type: text/html; charset=utf-8

            <p>rich</p>
            --b--
            """;

    private final SesV2Client client;

    public Mailer(Environment environment) {
        client = environment.client(SesV2Client.builder(), "SESV2");
    }

    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        return client.sendEmail(send ->
                        send.fromEmailAddress("play@example.com")
                                .destination(to -> to.toAddresses(event.get("to")))
                                .content(content(event)))
                .messageId();
    }

    private static EmailContent content(Map<String, String> event) {
        if (event.containsKey("raw"))
            return EmailContent.builder()
                    .raw(raw -> raw.data(SdkBytes.fromUtf8String(RAW.replace("\n", "\r\n"))))
                    .build();
        return EmailContent.builder()
                .simple(mail ->
                        mail.subject(subject -> subject.data("Hello"))
                                .body(body ->
                                        body.text(text -> text.data("plain"))
                                                .html(html -> html.data("<b>rich</b>"))))
                .build();
    }
}
