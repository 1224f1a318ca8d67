package games.drawbridge.local.services;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/// What a mail says, whichever way it was handed over.
record MailMessage(
        String from, String subject, String text, String html, Map<String, String> headers) {

    static MailMessage of(JsonNode content, String from) {
        if (content.has("Raw")) return raw(content.path("Raw").path("Data").asText(), from);
        if (!content.has("Simple"))
            throw new AwsFault(400, "BadRequestException", "only Simple and Raw content is kept");
        var simple = content.path("Simple");
        var body = simple.path("Body");
        return new MailMessage(
                from,
                simple.path("Subject").path("Data").asText(),
                body.path("Text").path("Data").asText(),
                body.path("Html").path("Data").asText(),
                headers(simple.path("Headers")));
    }

    private static Map<String, String> headers(JsonNode given) {
        var headers = new LinkedHashMap<String, String>();
        for (JsonNode each : given) {
            String value = each.path("Value").asText();
            if (value.chars().anyMatch(Character::isISOControl))
                throw new AwsFault(400, "BadRequestException", "a header's value is one line");
            headers.put(each.path("Name").asText(), value);
        }
        return headers;
    }

    private static MailMessage raw(String base64, String from) {
        try {
            var bytes = new ByteArrayInputStream(Base64.getDecoder().decode(base64));
            var message = new MimeMessage(Session.getInstance(new Properties()), bytes);
            var senders = message.getFrom();
            String sender = senders == null || senders.length == 0 ? from : senders[0].toString();
            String subject = message.getSubject();
            return new MailMessage(
                    sender,
                    subject == null ? "" : subject,
                    find(message, "text/plain"),
                    find(message, "text/html"),
                    Map.of());
        } catch (MessagingException | IOException | IllegalArgumentException bad) {
            throw new AwsFault(400, "BadRequestException", "Raw.Data is no MIME message");
        }
    }

    /// The first part of that type; empty when there is none.
    private static String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) return String.valueOf(part.getContent());
        if (!(part.getContent() instanceof Multipart parts)) return "";
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart each = parts.getBodyPart(i);
            String found = find(each, type);
            if (!found.isEmpty()) return found;
        }
        return "";
    }
}
