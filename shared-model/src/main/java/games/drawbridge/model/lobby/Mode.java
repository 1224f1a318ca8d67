package games.drawbridge.model.lobby;

import games.drawbridge.model.room.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
public record Mode(
        String kind,
        int teams,
        int size,
        int spread,
        int widen,
        int quality,
        int relax,
        Map<String, Integer> roles,
        int acceptSeconds) {

    public Mode {
        roles = Map.copyOf(roles);
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
                        settings.whole("acceptSeconds", 15, 5, 120));
        if (mode.players() > LobbyLimits.MATCH)
            throw Settings.bad("size", "at most " + LobbyLimits.MATCH + " players in all teams");
        if (mode.roles.values().stream().mapToInt(it -> it).sum() > mode.size)
            throw Settings.bad("roles", "no more than a team has players");
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
