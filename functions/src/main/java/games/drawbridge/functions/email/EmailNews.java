package games.drawbridge.functions.email;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.functions.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What SES tells of a letter that it has, as it publishes events.
sealed interface EmailNews {

    /// SES has it and will try.
    ///
    /// @param order whose confirmation it is
    record Sent(String order, String message) implements EmailNews {}

    /// SES found something bad in it and does not send it.
    record Rejected(String order) implements EmailNews {}

    /// These addresses want nothing more: it came back for good, or was called spam.
    ///
    /// @param why `bounce` or `complaint`
    record Unwanted(String why, List<EmailAddress> addresses, String message)
            implements EmailNews {}

    /// Nothing that changes anything: it arrived, it is late, it came back for now.
    record Other() implements EmailNews {}

    /// @throws IllegalArgumentException when it is no such event
    static EmailNews of(String text) {
        var event = parsed(text);
        String message = event.path("mail").path("messageId").asText();
        var order = order(event);
        return switch (event.path("eventType").asText()) {
            case "" -> throw new IllegalArgumentException("no event of SES");
            case "Send" -> order.<EmailNews>map(it -> new Sent(it, message)).orElseGet(Other::new);
            case "Reject" -> order.<EmailNews>map(Rejected::new).orElseGet(Other::new);
            case "Complaint" ->
                    unwanted("complaint", event.at("/complaint/complainedRecipients"), message);
            case "Bounce" ->
                    event.at("/bounce/bounceType").asText().equals("Permanent")
                            ? unwanted("bounce", event.at("/bounce/bouncedRecipients"), message)
                            : new Other();
            default -> new Other();
        };
    }

    private static JsonNode parsed(String text) {
        try {
            return JsonText.strictly(text);
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException("no JSON", wrong);
        }
    }

    private static Optional<String> order(JsonNode event) {
        return Optional.ofNullable(
                event.path("mail").path("tags").path(Outgoing.TAG).path(0).textValue());
    }

    private static Unwanted unwanted(String why, JsonNode recipients, String message) {
        var addresses = new ArrayList<EmailAddress>();
        for (JsonNode each : recipients)
            EmailAddress.parse(each.path("emailAddress").asText()).ifPresent(addresses::add);
        return new Unwanted(why, addresses, message);
    }
}
