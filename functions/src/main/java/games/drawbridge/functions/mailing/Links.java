package games.drawbridge.functions.mailing;

import games.drawbridge.functions.Seal;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Secret;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Makes links that nobody else can make, and reads them: `PURPOSE.PLAYER.ADDRESS.ASKED.SEAL`.
/// Nothing of a link is written down. One that asks for agreement grows old with what it asks; one
/// that ends a subscription is good for ever.
final class Links {
    private static final Pattern FORM =
            Pattern.compile(
                    "(([cu])\\.([A-Za-z0-9_-]{1,64})\\.([0-9a-f]{32})\\.([0-9]{13}))\\.([A-Za-z0-9_-]{43})");

    private final String origin;
    private final Supplier<Seal> seal;

    Links(Aws aws, InstantSource clock) {
        origin = aws.environment().get("ORIGIN");
        seal = new Secret<>(aws, "EMAIL_KEY", clock, Seal::new);
    }

    String url(Link link) {
        return origin + path(link.purpose()) + "?token=" + token(link);
    }

    static String path(Link.Purpose purpose) {
        return switch (purpose) {
            case CONFIRM -> "/v1/mailing/confirm";
            case LEAVE -> "/v1/mailing/unsubscribe";
        };
    }

    String token(Link link) {
        String said =
                "%s.%s.%s.%013d"
                        .formatted(
                                link.purpose().letter,
                                link.player(),
                                link.address(),
                                link.askedAt().toEpochMilli());
        return said + "." + seal.get().of(said);
    }

    /// What a token says, if it is ours and for that purpose.
    Optional<Link> read(Link.Purpose purpose, String token) {
        if (token.length() > MailingLimits.TOKEN) return Optional.empty();
        var form = FORM.matcher(token);
        if (!form.matches() || !seal.get().isOf(form.group(1), form.group(6)))
            return Optional.empty();
        if (!form.group(2).equals(purpose.letter)) return Optional.empty();
        return Optional.of(
                new Link(
                        purpose,
                        new PlayerId(form.group(3)),
                        form.group(4),
                        Instant.ofEpochMilli(Long.parseLong(form.group(5)))));
    }
}
