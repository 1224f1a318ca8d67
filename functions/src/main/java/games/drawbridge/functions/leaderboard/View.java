package games.drawbridge.functions.leaderboard;

import games.drawbridge.model.leaderboard.Order;
import games.drawbridge.model.leaderboard.Place;
import games.drawbridge.model.leaderboard.tree.Key;
import games.drawbridge.model.leaderboard.tree.Search;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A ranking at one moment.
record View(Ranking ranking, Head head, Map<String, Stand> stands, Search search) {

    /// A place and its rank: 1 for the best; equal scores share one, and the next is as many
    /// further.
    record Ranked(long rank, Place place) {}

    long of() {
        return head.tree().count();
    }

    /// When it last changed; what never did is as of now.
    Instant asOf(Instant now) {
        return head.batch() == 0 ? now : head.at();
    }

    /// The places behind a key, best first.
    ///
    /// @param after a key of an earlier page; empty: from the top
    List<Ranked> page(Optional<Key> after, int most) {
        long from = after.map(key -> before(key.next())).orElse(0L);
        return at(from, most);
    }

    /// The places from a position on, which is 0 for the best.
    List<Ranked> at(long from, int most) {
        return ranked(from, search.slice(from, most));
    }

    /// Where somebody stands; empty when nowhere.
    Optional<Place> place(String who) {
        return key(who).map(order()::place);
    }

    /// Somebody's place among those around it.
    ///
    /// @throws RankTable.Moved when the stand is newer than the head
    List<Ranked> around(String who, int most) {
        var own = key(who).orElseThrow();
        if (most == 0) return List.of(new Ranked(rank(order().place(own)), order().place(own)));
        long at = before(own);
        long from = Math.max(0, at - most);
        var keys = search.slice(from, (int) (at - from) + 1 + most);
        if (!keys.contains(own)) throw new RankTable.Moved();
        return ranked(from, keys);
    }

    /// The places of those who have one, best first.
    List<Ranked> of(Collection<String> who) {
        var places = who.stream().flatMap(one -> place(one).stream()).toList();
        var firsts = new HashMap<Place, Key>();
        for (var place : places) firsts.put(place, order().first(place.score()));
        var before = search.before(new HashSet<>(firsts.values()));
        return places.stream()
                .sorted((a, b) -> order().key(a).compareTo(order().key(b)))
                .map(place -> new Ranked(count(before, firsts, place) + 1, place))
                .toList();
    }

    private static long count(Map<Key, Long> before, Map<Place, Key> firsts, Place place) {
        return Objects.requireNonNull(before.get(firsts.get(place)));
    }

    /// The rank that a score has, or would have.
    long rank(Place place) {
        return before(order().first(place.score())) + 1;
    }

    private List<Ranked> ranked(long from, List<Key> keys) {
        var ranked = new ArrayList<Ranked>();
        long position = from;
        for (var key : keys) {
            position++;
            var place = order().place(key);
            boolean tie = !ranked.isEmpty() && ranked.getLast().place().score() == place.score();
            long rank = position;
            if (tie) rank = ranked.getLast().rank();
            else if (ranked.isEmpty() && from > 0) rank = rank(place);
            ranked.add(new Ranked(rank, place));
        }
        return ranked;
    }

    private long before(Key key) {
        return Objects.requireNonNull(search.before(List.of(key)).get(key));
    }

    private Optional<Key> key(String who) {
        return Optional.ofNullable(stands.get(who))
                .flatMap(stand -> stand.at(head))
                .map(Stand.Spot::key);
    }

    private Order order() {
        return ranking.board().order();
    }
}
