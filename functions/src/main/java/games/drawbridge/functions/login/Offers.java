package games.drawbridge.functions.login;

import games.drawbridge.functions.Seal;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Secret;
import games.drawbridge.functions.bans.BanTable;
import games.drawbridge.functions.bans.Scope;
import games.drawbridge.functions.players.Profile;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// To make two players one, to who has just shown to be both. An offer is sealed and nothing of it
/// is written down.
public final class Offers {
    private static final String PURPOSE = "merge:";
    private static final Pattern FORM =
            Pattern.compile(
                    "(([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([0-9]{1,12}))\\.([A-Za-z0-9_-]{43})");

    private final ProfileTable profiles;
    private final BanTable bans;
    private final Supplier<Seal> seal;
    private final InstantSource clock;

    public Offers(Aws aws, InstantSource clock) {
        profiles = new ProfileTable(aws);
        bans = new BanTable(aws, clock);
        seal = new Secret<>(aws, "NONCE_KEY", clock, Seal::new);
        this.clock = clock;
    }

    /// @param offer for the merge call
    /// @param player who would become part of the caller
    record Offer(String offer, Instant expiresAt, Profile.Card player) {}

    /// Who is to become whose part.
    public record Pair(PlayerId from, PlayerId into) {}

    /// None where one of the two does not allow it.
    Optional<Offer> of(Profile into, PlayerId other) {
        return profiles.find(other)
                .filter(from -> allow(from, into))
                .map(from -> sealed(from, into.playerId()));
    }

    /// Whether both may become one: neither is banned, and no provider knows both as different ones
    /// (but for devices, of which a player may have several).
    public boolean allow(Profile from, Profile into) {
        boolean apart =
                from.identities().stream()
                        .filter(name -> !name.equals(Identity.GUEST))
                        .noneMatch(into.identities()::contains);
        return apart
                && !from.playerId().equals(into.playerId())
                && bans.find(from.playerId(), Scope.ALL).isEmpty()
                && bans.find(into.playerId(), Scope.ALL).isEmpty();
    }

    private Offer sealed(Profile from, PlayerId into) {
        long end = clock.instant().plus(LoginLimits.OFFER).getEpochSecond();
        String said = from.playerId() + "." + into + "." + end;
        String offer = said + "." + seal.get().of(PURPOSE + said);
        return new Offer(offer, Instant.ofEpochSecond(end), from.card());
    }

    /// What was offered, if it was and still is.
    public Optional<Pair> read(String offer) {
        var form = FORM.matcher(offer);
        if (!form.matches() || !seal.get().isOf(PURPOSE + form.group(1), form.group(5)))
            return Optional.empty();
        boolean over =
                !Instant.ofEpochSecond(Long.parseLong(form.group(4))).isAfter(clock.instant());
        return over
                ? Optional.empty()
                : Optional.of(new Pair(new PlayerId(form.group(2)), new PlayerId(form.group(3))));
    }
}
