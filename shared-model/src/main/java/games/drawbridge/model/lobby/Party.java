package games.drawbridge.model.lobby;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.player.PlayerId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Players who queue together; one alone is a party as well.
///
/// @param leader names it
/// @param skill the mean of its members
/// @param region where it wants to play; empty: anywhere
/// @param since when it began to wait, milliseconds since 1970
/// @param margin how far the truth about its skill may lie from that
/// @param latency milliseconds to each region, as its leader has measured; empty: not measured
/// @param attributes what it plays with, by name
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Party(
        PlayerId leader,
        List<Member> members,
        int skill,
        String region,
        long since,
        int margin,
        Map<String, Integer> latency,
        Map<String, String> attributes) {

    /// An absent region is any.
    public Party(
            PlayerId leader,
            List<Member> members,
            int skill,
            @Nullable String region,
            long since,
            int margin,
            @Nullable Map<String, Integer> latency,
            @Nullable Map<String, String> attributes) {
        this.leader = leader;
        this.members = List.copyOf(members);
        this.skill = skill;
        this.region = region == null ? "" : region;
        this.since = since;
        this.margin = margin;
        this.latency = latency == null ? Map.of() : Map.copyOf(latency);
        this.attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
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

    /// What is equal of all parties of one match.
    String bucket() {
        return attributes.isEmpty() ? "" : new TreeMap<>(attributes).toString();
    }
}
