package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Together;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.leaderboard.Scope;
import games.drawbridge.model.leaderboard.tree.Change;
import games.drawbridge.model.leaderboard.tree.Key;
import games.drawbridge.model.player.PlayerId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes rankings what the scores say. A fold looks at the scores of some players as they are when
/// it holds the ranking, and puts the tree right where it differs: so it does not matter how often,
/// in what order or with what in between it is asked. It counts from the one write of the head on;
/// broken off before, it never was.
final class Folds {
    private final ScoreTable scores;
    private final RankTable ranks;
    private final ClaimTable claims;
    private final ProfileTable profiles;
    private final InstantSource clock;
    private final Together together = new Together();

    Folds(Aws aws, InstantSource clock) {
        scores = new ScoreTable(aws, new SecureRandom());
        ranks = new RankTable(aws);
        claims = new ClaimTable(aws, clock);
        profiles = new ProfileTable(aws);
        this.clock = clock;
    }

    /// Folds these into every ranking of their group.
    ///
    /// @return how many stood elsewhere
    int fold(Group group, Collection<String> who) {
        var all = List.copyOf(Set.copyOf(who));
        int moved = 0;
        for (int at = 0; at < all.size(); at += BoardLimits.BATCH)
            moved += batch(group, all.subList(at, Math.min(all.size(), at + BoardLimits.BATCH)));
        return moved;
    }

    private int batch(Group group, List<String> who) {
        var whole = new Ranking(group.board(), group.period(), scope(group));
        Map<String, String> countries = Map.of();
        if (!group.clans() && group.board().scopes().contains(Scope.COUNTRY))
            countries = countries(whole, who);
        return fold(whole, who, countries);
    }

    private static String scope(Group group) {
        return group.clans() ? Ranking.CLAN : Ranking.WORLD;
    }

    /// Folds each into the country it is of, and out of the one it was of; the world's ranking
    /// comes last, because it remembers which that was.
    ///
    /// @return by player
    private Map<String, String> countries(Ranking world, List<String> who) {
        var now = profiles.countries(who.stream().map(PlayerId::new).toList());
        var countries = new HashMap<String, String>();
        now.forEach((player, country) -> countries.put(player.value(), country));
        var touched = new LinkedHashMap<String, Set<String>>();
        countries.forEach((player, country) ->
                touched.computeIfAbsent(country, _ -> new HashSet<>()).add(player));
        int generation = claims.live(world);
        var head = ranks.head(world, generation, true);
        ranks.stands(world, generation, who)
                .forEach((player, stand) ->
                        stand.at(head)
                                .map(Stand.Spot::country)
                                .filter(country -> !country.isEmpty())
                                .ifPresent(country ->
                                        touched.computeIfAbsent(country, _ -> new HashSet<>())
                                                .add(player)));
        touched.forEach((country, players) ->
                fold(Ranking.country(world.board(), world.period(), country), players, countries));
        return countries;
    }

    /// @param countries of whoever has one, where they matter
    private int fold(Ranking ranking, Collection<String> who, Map<String, String> countries) {
        var claim = claims.claim(ranking);
        int moved = 0;
        boolean used = false;
        // Whoever breaks off here leaves the claim to its lease: something may have been written.
        for (int generation : claim.generations()) {
            if (claim.takenOver()) ranks.fence(ranking, generation, claim.number());
            int here = fold(claim, generation, who, countries);
            used |= here > 0;
            if (generation == claim.live()) moved = here;
        }
        claims.release(claim, used || claim.takenOver());
        return moved;
    }

    private int fold(
            Claim claim, int generation, Collection<String> who, Map<String, String> countries) {
        var ranking = claim.ranking();
        var head = ranks.head(ranking, generation, true);
        var stands = ranks.stands(ranking, generation, who);
        var wanted = wanted(ranking, who, countries);
        var moved = new LinkedHashMap<String, Stand>();
        var gone = new HashSet<Key>();
        var come = new HashSet<Key>();
        for (var one : new HashSet<>(who)) {
            var was = stands.getOrDefault(one, Stand.NOWHERE).at(head);
            var here = Optional.ofNullable(wanted.get(one));
            if (was.equals(here)) continue;
            was.ifPresent(spot -> gone.add(spot.key()));
            here.ifPresent(spot -> come.add(spot.key()));
            moved.put(one, new Stand(claim.number(), here, was));
        }
        if (moved.isEmpty()) return 0;
        gone.removeAll(come);
        write(claim, generation, head, gone, come, moved);
        return moved.size();
    }

    private void write(
            Claim claim,
            int generation,
            Head head,
            Set<Key> gone,
            Set<Key> come,
            Map<String, Stand> moved) {
        var ranking = claim.ranking();
        var change =
                Change.of(
                        head.tree(),
                        names -> ranks.nodes(ranking, generation, head, names),
                        RankTable.shape(ranking),
                        gone,
                        come);
        var writes = new ArrayList<Runnable>();
        change.written()
                .forEach((name, node) ->
                        writes.add(
                                () -> ranks.put(ranking, generation, claim.number(), name, node)));
        moved.forEach((who, stand) -> writes.add(() -> ranks.put(ranking, generation, who, stand)));
        together.all(writes);
        var next = head.after(change.tree(), claim.number(), clock.instant());
        ranks.commit(ranking, generation, head, next);
    }

    /// Where the scores want these to stand.
    private Map<String, Stand.Spot> wanted(
            Ranking ranking, Collection<String> who, Map<String, String> countries) {
        var group = ranking.group();
        var places = scores.read(group, who);
        var out = group.clans() ? Set.<String>of() : scores.out(places.keySet(), clock.millis());
        var wanted = new HashMap<String, Stand.Spot>();
        places.forEach((one, place) -> {
            String country = countries.getOrDefault(one, "");
            boolean within = ranking.country().map(country::equals).orElse(true);
            if (within && !out.contains(one))
                wanted.put(one, new Stand.Spot(ranking.board().order().key(place), country));
        });
        return wanted;
    }
}
