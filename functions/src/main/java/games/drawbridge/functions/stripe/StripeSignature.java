package games.drawbridge.functions.stripe;

import static java.nio.charset.StandardCharsets.US_ASCII;

import games.drawbridge.functions.meta.AppSecrets;
import games.drawbridge.functions.stripe.StripeRefused.Why;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The header `Stripe-Signature: t=SECONDS,v1=HEX[,v1=HEX]`: an HMAC-SHA256 of time and raw body.
/// More than one while the secret is exchanged.
public final class StripeSignature {
    /// How far its time may be from ours, as Stripe's own libraries have it.
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /// Characters of the header: ten signatures.
    private static final int MOST = 1_024;

    private StripeSignature() {}

    /// Nothing when Stripe has sent these bytes a moment ago.
    ///
    /// @throws StripeRefused when it has not
    public static void check(String header, byte[] body, AppSecrets secrets, Instant now) {
        if (header.length() > MOST) throw malformed("too long");
        String time = null;
        var signatures = new ArrayList<String>();
        for (String part : header.split(",", -1)) {
            String[] sides = part.split("=", 2);
            if (sides.length < 2) throw malformed("Unable to extract timestamp and signatures");
            if (sides[0].equals("t")) time = sides[1];
            if (sides[0].equals("v1")) signatures.add(sides[1]);
        }
        var at = at(time);
        if (signatures.isEmpty()) throw malformed("No signatures found with expected scheme");
        if (!isMade(signed(String.valueOf(time), body), signatures, secrets))
            throw new StripeRefused(Why.SIGNATURE, "No signatures found matching the payload");
        if (Duration.between(at, now).abs().compareTo(TOLERANCE) > 0)
            throw new StripeRefused(Why.STALE, "Timestamp outside the tolerance zone");
    }

    private static Instant at(@Nullable String seconds) {
        if (seconds == null || !seconds.matches("[0-9]{1,12}"))
            throw malformed("Unable to extract timestamp and signatures");
        return Instant.ofEpochSecond(Long.parseLong(seconds));
    }

    private static byte[] signed(String time, byte[] body) {
        var all = new ByteArrayOutputStream();
        all.writeBytes((time + ".").getBytes(US_ASCII));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static boolean isMade(byte[] message, List<String> signatures, AppSecrets secrets) {
        boolean made = false;
        for (String each : signatures) made |= secrets.made(bytes(each), message);
        return made;
    }

    private static byte[] bytes(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static StripeRefused malformed(String detail) {
        return new StripeRefused(Why.MALFORMED, detail);
    }
}
