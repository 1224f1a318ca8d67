package games.drawbridge.functions.meta;

import java.time.Instant;

/// The id under which an Instant Game's player was known on the canvas.
public record InstantAsid(String user) {

    /// @throws MetaRefused when it is of another form or time
    public static InstantAsid of(Payload payload, Instant now) {
        return new InstantAsid(payload.fresh(now).id("asid"));
    }
}
