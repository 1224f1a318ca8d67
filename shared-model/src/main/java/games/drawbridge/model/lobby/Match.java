package games.drawbridge.model.lobby;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Meeting;
import games.drawbridge.model.room.RoomId;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Teams that fit each other.
///
/// @param quality 0 to 100
/// @param region where it is played; empty: anywhere
/// @param room in which it goes on already, and these come into it; absent: a new one
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Match(List<List<Party>> teams, int quality, String region, @Nullable RoomId room) {
    public Match(
            List<List<Party>> teams, int quality, @Nullable String region, @Nullable RoomId room) {
        this.teams = teams.stream().map(List::copyOf).toList();
        this.quality = quality;
        this.region = region == null ? "" : region;
        this.room = room;
    }

    Match in(String where) {
        return new Match(teams, quality, where, room);
    }

    public Stream<Party> parties() {
        return teams.stream().flatMap(List::stream);
    }

    Meeting meeting() {
        double skill =
                parties()
                        .flatMap(party -> Collections.nCopies(party.size(), party.skill()).stream())
                        .mapToInt(it -> it)
                        .average()
                        .orElseThrow();
        var attributes = parties().findFirst().orElseThrow().attributes();
        return new Meeting(region, attributes, (int) Math.round(skill));
    }

    public List<PlayerId> players() {
        return parties().flatMap(it -> it.members().stream()).map(Party.Member::player).toList();
    }
}
