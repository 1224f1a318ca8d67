package games.drawbridge.functions.login;

import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.Seal;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Secret;
import games.drawbridge.functions.http.Problem;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// What others must sign for us, so that their word is for this login: `RANDOM.EXPIRES.SEAL`. Only
/// those that are used are written down.
final class Nonces {
    private static final int BYTES = 16;
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_-]{22}\\.([0-9]{1,12}))\\.([A-Za-z0-9_-]{43})");

    private final NonceTable table;
    private final Supplier<Seal> seal;
    private final InstantSource clock;
    private final RandomText random = new RandomText(new SecureRandom());

    Nonces(Aws aws, InstantSource clock) {
        table = new NonceTable(aws);
        seal = new Secret<>(aws, "NONCE_KEY", clock, Seal::new);
        this.clock = clock;
    }

    /// A new one.
    ///
    /// @param expiresAt from when on it is refused
    record Issued(String nonce, Instant expiresAt) {}

    Issued issue() {
        var expires =
                Instant.ofEpochSecond(
                        clock.instant().plus(LoginLimits.NONCE_LIFE).getEpochSecond());
        String said = random.bytes(BYTES) + "." + expires.getEpochSecond();
        return new Issued(said + "." + seal.get().of(said), expires);
    }

    /// Uses up a nonce of ours.
    ///
    /// @throws Problem 401 when it is none, too old, or was used before
    void use(String nonce) {
        var expires = ours(nonce).orElseThrow(() -> refused("is none of ours"));
        if (!expires.isAfter(clock.instant())) throw refused("is too old");
        if (!table.use(nonce, expires)) throw refused("was used before");
    }

    /// Uses up a nonce that the client may have made itself: once for each who it is about.
    ///
    /// @throws Problem 401 as above
    void use(String nonce, String subject) {
        if (FORM.matcher(nonce).matches()) use(nonce);
        else if (!table.use(subject + " " + nonce, clock.instant().plus(LoginLimits.TOKEN_LIFE)))
            throw refused("was used before");
    }

    /// When it expires, if the seal is ours.
    private Optional<Instant> ours(String nonce) {
        var form = FORM.matcher(nonce);
        return form.matches() && seal.get().isOf(form.group(1), form.group(3))
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(form.group(2))))
                : Optional.empty();
    }

    private static Problem refused(String why) {
        return Problem.unauthorized("the nonce " + why);
    }
}
