package games.drawbridge.functions.email;

import games.drawbridge.functions.aws.Aws;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Body;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/// Hands letters to SES. A letter is handed over once: SES knows no repetition, so whoever asks
/// again sends again.
public final class Post {
    private static final int THEIR_FAULT = 500;
    private static final String UTF_8 = "UTF-8";

    private final SesV2Client ses;
    private final String from;
    private final String set;

    public Post(Aws aws) {
        ses = aws.sesV2();
        from = aws.environment().get("MAIL_FROM");
        set = aws.environment().get("MAIL_SET");
    }

    /// Whether this deployment sends e-mail at all.
    public boolean isOpen() {
        return !from.isEmpty();
    }

    /// @param headers beside the usual ones
    /// @param tags come back with whatever SES tells of this letter: ASCII letters, digits, `-`,
    ///   `_`
    public Delivery send(
            EmailAddress to, Letter letter, Map<String, String> headers, Map<String, String> tags) {
        try {
            return new Delivery.Accepted(
                    ses.sendEmail(request(to, letter, headers, tags)).messageId());
        } catch (SesV2Exception refused) {
            return refused(refused);
        } catch (SdkException silent) {
            return new Delivery.Unknown(silent);
        }
    }

    private SendEmailRequest request(
            EmailAddress to, Letter letter, Map<String, String> headers, Map<String, String> tags) {
        var message =
                Message.builder()
                        .subject(content(letter.subject()))
                        .body(
                                Body.builder()
                                        .text(content(letter.text()))
                                        .html(content(letter.html()))
                                        .build())
                        .headers(
                                headers.entrySet().stream()
                                        .map(each ->
                                                MessageHeader.builder()
                                                        .name(each.getKey())
                                                        .value(each.getValue())
                                                        .build())
                                        .toList())
                        .build();
        return SendEmailRequest.builder()
                .fromEmailAddress(from)
                .destination(address -> address.toAddresses(to.value()))
                .content(content -> content.simple(message))
                .configurationSetName(set)
                .emailTags(
                        tags.entrySet().stream()
                                .map(each ->
                                        MessageTag.builder()
                                                .name(each.getKey())
                                                .value(each.getValue())
                                                .build())
                                .toList())
                .build();
    }

    private static Content content(String text) {
        return Content.builder().charset(UTF_8).data(text).build();
    }

    private static Delivery refused(SesV2Exception refused) {
        if (refused.statusCode() >= THEIR_FAULT) return new Delivery.Unknown(refused);
        var details = refused.awsErrorDetails();
        String code = details == null ? "" : String.valueOf(details.errorCode());
        return switch (code) {
            case "MessageRejected", "BadRequestException" -> new Delivery.Refused(code);
            // too fast, not set up yet, paused or not allowed: an operator can change all of it
            default -> new Delivery.NotNow(code, refused);
        };
    }
}
