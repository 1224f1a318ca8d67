package games.drawbridge.functions.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.functions.Digest;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.meta.AppSecrets;
import games.drawbridge.functions.meta.HubSignature;
import games.drawbridge.functions.meta.MetaRefused;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Meta's notices: a signed list of entries, each about one payment.
final class MetaHerald implements Herald {
    private static final int ID_DIGITS = 32;

    private final String provider;
    private final Function<JsonNode, Optional<String>> payment;
    private final Supplier<AppSecrets> secrets;
    private final InstantSource clock;

    /// @param payment finds in an entry which payment it is about
    MetaHerald(
            String provider,
            Function<JsonNode, Optional<String>> payment,
            Supplier<AppSecrets> secrets,
            InstantSource clock) {
        this.provider = provider;
        this.payment = payment;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public List<Notice> notices(Request request) {
        byte[] body = request.bytes(PaymentLimits.NOTICE);
        try {
            HubSignature.check(
                    request.header("x-hub-signature-256").orElse(""), body, secrets.get());
        } catch (MetaRefused refused) {
            throw new PaymentRefused(401, refused.why().code(), "X-Hub-Signature-256");
        }
        String text = new String(body, UTF_8);
        var notices = new ArrayList<Notice>();
        for (var entry : tree(text).path("entry"))
            notices.add(notice(payment.apply(entry), text + notices.size(), entry.toString()));
        // signed, and yet of no form that we know: a person must see it
        if (notices.isEmpty()) notices.add(notice(Optional.empty(), text, text));
        return notices;
    }

    private Notice notice(Optional<String> about, String unique, String body) {
        String id = Digest.sha256(unique).substring(0, ID_DIGITS);
        return new Notice(provider, id, about, body, clock.instant());
    }

    private static JsonNode tree(String text) {
        try {
            return JsonText.strictly(text);
        } catch (JacksonException _) {
            throw new PaymentRefused(400, "json", "a notice is JSON");
        }
    }
}
