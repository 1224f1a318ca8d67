package games.drawbridge.local.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Json;
import java.util.ArrayList;
import java.util.List;

/// What SES tells of a mail, in the form of its event publishing. What becomes of it is said by its
/// receiver, one of the addresses of SES's own simulator; everybody else just gets it.
record MailNews(Mail mail, JsonNode asked) {
    private static final String SIMULATOR = "@simulator.amazonses.com";

    List<ObjectNode> all() {
        var all = new ArrayList<ObjectNode>();
        all.add(event("Send", "send", Json.object()));
        for (String to : mail.to()) {
            if (is(to, "bounce")) all.add(bounce(to, "General"));
            if (is(to, "suppressionlist")) all.add(bounce(to, "Suppressed"));
            if (is(to, "complaint")) all.add(complaint(to));
        }
        return all;
    }

    /// `bounce@…`, or with a label `bounce+ann@…`.
    private static boolean is(String to, String name) {
        return to.endsWith(SIMULATOR) && to.split("[+@]", 2)[0].equals(name);
    }

    private ObjectNode bounce(String to, String subType) {
        var bounce =
                Json.object()
                        .put("feedbackId", mail.id())
                        .put("bounceType", "Permanent")
                        .put("bounceSubType", subType)
                        .put("timestamp", mail.at())
                        .put("reportingMTA", "dns; simulator.amazonses.com");
        bounce.putArray("bouncedRecipients")
                .addObject()
                .put("emailAddress", to)
                .put("action", "failed")
                .put("status", "5.1.1")
                .put("diagnosticCode", "smtp; 550 5.1.1 user unknown");
        return event("Bounce", "bounce", bounce);
    }

    private ObjectNode complaint(String to) {
        var complaint =
                Json.object()
                        .put("feedbackId", mail.id())
                        .put("timestamp", mail.at())
                        .put("complaintFeedbackType", "abuse")
                        .put("arrivalDate", mail.at());
        complaint.putArray("complainedRecipients").addObject().put("emailAddress", to);
        return event("Complaint", "complaint", complaint);
    }

    private ObjectNode event(String type, String name, ObjectNode said) {
        var event = Json.object().put("eventType", type);
        event.set(name, said);
        var of =
                event.putObject("mail")
                        .put("timestamp", mail.at())
                        .put("source", mail.from())
                        .put("messageId", mail.id());
        of.set("destination", Json.tree(mail.to()));
        var tags = of.putObject("tags");
        tags.putArray("ses:configuration-set").add(asked.path("ConfigurationSetName").asText());
        for (JsonNode each : asked.path("EmailTags"))
            tags.putArray(each.path("Name").asText()).add(each.path("Value").asText());
        return event;
    }
}
