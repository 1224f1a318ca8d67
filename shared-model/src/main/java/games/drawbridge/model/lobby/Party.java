package games.drawbridge.model.lobby;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.player.PlayerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Players who queue together; one alone is a party as well.
///
/// @param leader names it
/// @param skill the mean of its members
/// @param region where it wants to play; empty: anywhere
/// @param since when it began to wait, milliseconds since 1970
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Party(PlayerId leader, List<Member> members, int skill, String region, long since) {

    /// An absent region is any.
    public Party(
            PlayerId leader, List<Member> members, int skill, @Nullable String region, long since) {
        this.leader = leader;
        this.members = List.copyOf(members);
        this.skill = skill;
        this.region = region == null ? "" : region;
        this.since = since;
    }

    /// @param role what they play; empty: anything
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record Member(PlayerId player, String role) {
        public Member(PlayerId player, @Nullable String role) {
            this.player = player;
            this.role = role == null ? "" : role;
        }
    }

    int size() {
        return members.size();
    }

    long waited(long now) {
        return Math.max(0, now - since);
    }

    boolean plays(PlayerId player) {
        return members.stream().anyMatch(member -> member.player().equals(player));
    }

    boolean meets(Party other) {
        return region.isEmpty() || other.region.isEmpty() || region.equals(other.region);
    }
}
