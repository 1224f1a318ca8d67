package games.drawbridge.functions.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Secret;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/// Meta asks whether notices are wanted here: `hub.mode=subscribe`, the token that we gave it, and
/// a number to say back.
abstract class Subscription extends Endpoint {
    private static final String CHALLENGE = "[0-9]{1,20}";

    /// The local world's, which everybody knows.
    private static final String LOCAL = "local-verify";

    private final Supplier<String> token;

    Subscription(Aws aws, InstantSource clock) {
        boolean local = Place.isLocal(aws.environment());
        token = new Secret<>(aws, "FACEBOOK_VERIFY_TOKEN", clock, text -> token(text, local));
    }

    /// @throws IllegalStateException when anybody could subscribe
    private static String token(String text, boolean local) {
        if (!local && text.strip().equals(LOCAL))
            throw new IllegalStateException("the verify token is the local world's");
        return text.strip();
    }

    @Override
    protected final Reply answer(Request request) {
        byte[] given = request.query("hub.verify_token").orElse("").getBytes(UTF_8);
        boolean isOurs = MessageDigest.isEqual(given, token.get().getBytes(UTF_8));
        String challenge = request.query("hub.challenge").orElse("");
        if (!isOurs || !request.query("hub.mode").orElse("").equals("subscribe"))
            throw Problem.forbidden("hub.mode or hub.verify_token is not ours");
        if (!challenge.matches(CHALLENGE)) throw Problem.badInput("hub.challenge must be a number");
        return new Reply(200, Map.of("content-type", "text/plain"), challenge);
    }
}
