package games.drawbridge.model.wire;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.rating.Skill;
import games.drawbridge.model.room.Blocks;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Standing;
import games.drawbridge.model.trace.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the join call promises a node about a player: it travels as a signed JWT of this `typ`,
/// made by a function, used up by one node.
///
/// @param node the only node that takes it
/// @param generation the node's life; a restarted node takes no ticket that its earlier life may
///   have used
/// @param epoch under which that node owns the room; a node that has it open under an older one has
///   lost it
/// @param standing what the player is beside a player
/// @param trace of the call that gave it
public record Ticket(
        PlayerId player,
        RoomId room,
        NodeId node,
        String generation,
        long epoch,
        Standing standing,
        @Nullable Trace trace) {
    /// Of a call that nobody follows.
    public Ticket(
            PlayerId player,
            RoomId room,
            NodeId node,
            String generation,
            long epoch,
            Standing standing) {
        this(player, room, node, generation, epoch, standing, null);
    }

    /// Of somebody who is a player and nothing beside it.
    public Ticket(PlayerId player, RoomId room, NodeId node, String generation, long epoch) {
        this(player, room, node, generation, epoch, Standing.PLAYER);
    }

    public static final String TYPE = "ticket+jwt";

    /// The claims beside `jti` and `exp`, which the signer adds.
    public Map<String, Object> claims() {
        var claims = new HashMap<String, Object>();
        claims.put("sub", player.value());
        claims.put("room", room.value());
        claims.put("node", node.value());
        claims.put("gen", generation);
        claims.put("epoch", epoch);
        if (standing.moderates()) claims.put("moderates", standing.here() ? "here" : "all");
        if (standing.silentUntil() > 0) claims.put("silent", standing.silentUntil());
        if (trace != null) claims.put("trace", trace.text());
        if (!standing.skills().isEmpty()) claims.put("skills", told(standing.skills()));
        if (!standing.blocks().isEmpty()) claims.put("blocks", standing.blocks().text());
        return claims;
    }

    private static Map<String, List<Integer>> told(Map<String, Skill> skills) {
        var told = new HashMap<String, List<Integer>>();
        skills.forEach((mode, skill) -> told.put(mode, List.of(skill.points(), skill.margin())));
        return told;
    }

    /// @throws IllegalArgumentException when a claim is missing or of the wrong form
    public static Ticket of(Map<String, Object> claims) {
        return new Ticket(
                new PlayerId(text(claims, "sub")),
                new RoomId(text(claims, "room")),
                new NodeId(text(claims, "node")),
                text(claims, "gen"),
                number(claims, "epoch"),
                standing(claims),
                claims.get("trace") instanceof String text ? Trace.parse(text).orElse(null) : null);
    }

    /// A ticket of before says nothing of it.
    private static Standing standing(Map<String, Object> claims) {
        long silent = claims.containsKey("silent") ? number(claims, "silent") : 0;
        boolean moderates = claims.containsKey("moderates");
        return new Standing(
                moderates,
                "here".equals(claims.get("moderates")),
                silent,
                skills(claims),
                blocks(claims));
    }

    private static Map<String, Skill> skills(Map<String, Object> claims) {
        var skills = new HashMap<String, Skill>();
        if (claims.get("skills") instanceof Map<?, ?> told)
            told.forEach((mode, skill) -> {
                if (skill instanceof List<?> pair
                        && pair.size() == 2
                        && pair.get(0) instanceof Number points
                        && pair.get(1) instanceof Number margin)
                    skills.put(
                            String.valueOf(mode), new Skill(points.intValue(), margin.intValue()));
            });
        return skills;
    }

    private static Blocks blocks(Map<String, Object> claims) {
        return claims.get("blocks") instanceof String text ? Blocks.of(text) : Blocks.NONE;
    }

    private static long number(Map<String, Object> claims, String name) {
        if (claims.get(name) instanceof Number number) return number.longValue();
        throw new IllegalArgumentException("no claim " + name);
    }

    private static String text(Map<String, Object> claims, String name) {
        if (claims.get(name) instanceof String text) return text;
        throw new IllegalArgumentException("no claim " + name);
    }
}
