package games.drawbridge.functions.accounts;

import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happens to a player as a whole. It is done twice: at once, and again when nobody
/// can hold an access token any more that was given before, and every room's effects have come.
sealed interface Job {
    PlayerId player();

    /// Whether the first time is over.
    boolean passed();

    /// The player becomes part of another.
    record Merge(PlayerId player, PlayerId into, boolean passed) implements Job {}

    /// The player is forgotten.
    ///
    /// @param code under which it is asked about
    record Deletion(PlayerId player, String code, boolean passed) implements Job {}

    String PREFIX = "JOB#";

    private String pk() {
        return switch (this) {
            case Merge _ -> PREFIX + "merge#" + player();
            case Deletion _ -> PREFIX + "deletion#" + player();
        };
    }

    default Row key() {
        return Row.key(pk(), "HEAD");
    }

    /// As it is written when it begins.
    default Row row(Instant due) {
        var row =
                key().with("player", player().value())
                        .with("job", "due")
                        .with("due", due.toEpochMilli());
        return switch (this) {
            case Merge merge -> row.with("into", merge.into().value());
            case Deletion deletion -> row.with("code", deletion.code());
        };
    }

    static Job of(Row row) {
        return of(
                row.text("player"),
                row.optionalText("into"),
                row.optionalText("code"),
                row.optionalText("passed") != null);
    }

    static Job of(String player, @Nullable String into, @Nullable String code, boolean passed) {
        var id = new PlayerId(player);
        if (into != null) return new Merge(id, new PlayerId(into), passed);
        if (code != null) return new Deletion(id, code, passed);
        throw new IllegalStateException("no such job");
    }
}
