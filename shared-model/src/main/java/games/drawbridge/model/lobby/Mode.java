package games.drawbridge.model.lobby;

import games.drawbridge.model.room.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is a match in a lobby, as the title's file says (`lobby/duel.json`).
///
/// @param kind of room that a match is played in
/// @param teams in one match
/// @param size players of one team
/// @param spread points of skill between two who may meet at once
/// @param widen points more for every second that one of them has waited
/// @param quality that a match must have at once, 0 to 100
/// @param relax points of quality less for every second waited
/// @param roles how many of each a team needs; others have no role
/// @param acceptSeconds for accepting
/// @param unsure percent of two parties' margins by which each reaches farther: nobody knows yet
///   how far apart they are
/// @param latency milliseconds that a region may be away for who plays there; 0: nobody looks
/// @param latencyWiden milliseconds more for every second waited
/// @param equal the attributes that must be equal of all in a match
public record Mode(
        String kind,
        int teams,
        int size,
        int spread,
        int widen,
        int quality,
        int relax,
        Map<String, Integer> roles,
        int acceptSeconds,
        int unsure,
        int latency,
        int latencyWiden,
        List<String> equal) {

    public Mode(
            String kind,
            int teams,
            int size,
            int spread,
            int widen,
            int quality,
            int relax,
            Map<String, Integer> roles,
            int acceptSeconds,
            int unsure,
            int latency,
            int latencyWiden,
            @Nullable List<String> equal) {
        this.kind = kind;
        this.teams = teams;
        this.size = size;
        this.spread = spread;
        this.widen = widen;
        this.quality = quality;
        this.relax = relax;
        this.roles = Map.copyOf(roles);
        this.acceptSeconds = acceptSeconds;
        this.unsure = unsure;
        this.latency = latency;
        this.latencyWiden = latencyWiden;
        this.equal = equal == null ? List.of() : List.copyOf(equal);
    }

    /// @throws Settings.BadSetting when the file is not of that form
    static Mode of(Settings settings) {
        var mode =
                new Mode(
                        settings.text("play", 40),
                        settings.whole("teams", 2, 2, 32),
                        settings.whole("size", 1, 1, 32),
                        settings.whole("spread", 100, 0, 100_000),
                        settings.whole("widen", 20, 0, 10_000),
                        settings.whole("quality", 0, 0, 100),
                        settings.whole("relax", 2, 0, 100),
                        roles(settings.texts("roles", 8)),
                        settings.whole("acceptSeconds", 15, 5, 120),
                        settings.whole("unsure", 0, 0, 300),
                        settings.whole("latency", 0, 0, 10_000),
                        settings.whole("latencyWiden", 10, 0, 1_000),
                        settings.texts("equal", LobbyLimits.ATTRIBUTES));
        if (mode.players() > LobbyLimits.MATCH)
            throw Settings.bad("size", "at most " + LobbyLimits.MATCH + " players in all teams");
        if (mode.roles.values().stream().mapToInt(it -> it).sum() > mode.size)
            throw Settings.bad("roles", "no more than a team has players");
        for (var name : mode.equal)
            if (!name.matches("[a-z]{1,20}"))
                throw Settings.bad("equal", "a list such as [\"version\", \"map\"]");
        return mode;
    }

    private static Map<String, Integer> roles(List<String> lines) {
        var roles = new HashMap<String, Integer>();
        for (var line : lines) {
            if (!line.matches("[a-z]{1,20}:[1-9]"))
                throw Settings.bad("roles", "a list such as [\"healer:1\"]");
            String[] sides = line.split(":", -1);
            roles.put(sides[0], Integer.parseInt(sides[1]));
        }
        return roles;
    }

    int players() {
        return teams * size;
    }

    /// Points of skill that may lie between a party that has waited so long and others.
    long reach(long waitedMillis) {
        return spread + widen * waitedMillis / 1_000;
    }

    /// Points that two parties may lie nearer to each other than it looks.
    long unsure(Party one, Party other) {
        return unsure(one.margin() + other.margin());
    }

    /// The same of all their margins together.
    long unsure(int margins) {
        return (long) unsure * margins / 100;
    }

    /// Milliseconds that a region may be away for somebody who has waited so long.
    long near(long waitedMillis) {
        return latency + latencyWiden * waitedMillis / 1_000;
    }

    /// The least quality of a match for somebody who has waited so long.
    long wanted(long waitedMillis) {
        return Math.max(0, quality - relax * waitedMillis / 1_000);
    }

    /// How even a match is whose best and worst team are so many points of mean skill apart: 100
    /// when they are equal, 50 when they are 400 apart.
    static int quality(long apart) {
        return (int) (40_000 / (400 + apart));
    }

    /// Whether these members are a team as far as roles go.
    boolean hasRoles(Stream<String> members) {
        if (roles.isEmpty()) return true;
        var found = new HashMap<String, Integer>();
        members.forEach(role -> found.merge(role, 1, Integer::sum));
        return roles.entrySet().stream()
                .allMatch(role -> found.getOrDefault(role.getKey(), 0) >= role.getValue());
    }
}
