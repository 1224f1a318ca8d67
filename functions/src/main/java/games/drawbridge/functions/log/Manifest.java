package games.drawbridge.functions.log;

import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.json.JsonText;
import org.jspecify.annotations.Nullable;

/// What of a room's log stands in the archive, as the room's row says.
///
/// @param archived the last batch that stands in a segment. What else is left of those is not to be
///   read
/// @param whole all of the log, once the room is over
public record Manifest(@Nullable BatchId archived, @Nullable Stored whole) {
    public static final Manifest NONE = new Manifest(null, null);

    public static Manifest of(Row head) {
        String archived = head.optionalText("archived");
        String whole = head.optionalText("archive");
        return new Manifest(
                archived == null ? null : BatchId.of(archived),
                whole == null ? null : JsonText.read(whole, Stored.class));
    }
}
