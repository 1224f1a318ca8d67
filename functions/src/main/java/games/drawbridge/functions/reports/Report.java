package games.drawbridge.functions.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param id of the report
/// @param by who says it
/// @param context what there is to see of it
/// @param closedBy who has dealt with it; absent while it is open
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Report(
        String id,
        Instant at,
        RoomId room,
        PlayerId by,
        PlayerId about,
        String reason,
        Json context,
        @Nullable PlayerId closedBy) {}
