package games.drawbridge.functions.meta;

import java.time.Instant;

/// Who plays an Instant Game.
///
/// @param player the id, which is this game's own
/// @param nonce what we had asked to be signed
public record InstantPlayer(String player, String nonce) {

    /// @throws MetaRefused when it is of another form or time
    public static InstantPlayer of(Payload payload, Instant now) {
        payload.fresh(now);
        return new InstantPlayer(payload.id("player_id"), payload.text("request_payload"));
    }
}
