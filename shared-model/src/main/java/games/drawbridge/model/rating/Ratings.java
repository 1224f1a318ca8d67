package games.drawbridge.model.rating;

import games.drawbridge.model.player.PlayerId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a match says of its players: Weng and Lin, *A Bayesian Approximation Method for Online
/// Ranking*, the Plackett-Luce model (algorithm 4). For any number of teams of any size.
public final class Ratings {
    /// Points by which two who are equal may differ in one match: half of a newcomer's doubt.
    private static final double CHANCE = Rating.NEW.doubt() / 2;

    /// No match makes anybody more certain than that.
    private static final double LEAST = 0.0001;

    private Ratings() {}

    /// Everybody's rating after a match.
    ///
    /// @param before of each player
    public static Map<PlayerId, Rating> after(
            List<Placed> teams, Function<PlayerId, Rating> before) {
        return counted(teams, player -> before.apply(player).drifted());
    }

    /// @param mean of all players of a team together
    private record Team(Placed placed, List<Rating> ratings, double mean, double variance) {
        static Team of(Placed placed, Function<PlayerId, Rating> before) {
            var ratings = placed.players().stream().map(before).toList();
            return new Team(
                    placed,
                    ratings,
                    ratings.stream().mapToDouble(Rating::mean).sum(),
                    ratings.stream().mapToDouble(Rating::variance).sum());
        }

        int place() {
            return placed.place();
        }
    }

    static Map<PlayerId, Rating> counted(List<Placed> placed, Function<PlayerId, Rating> before) {
        var teams = placed.stream().map(it -> Team.of(it, before)).toList();
        double scale =
                Math.sqrt(teams.stream().mapToDouble(it -> it.variance + CHANCE * CHANCE).sum());
        var after = new HashMap<PlayerId, Rating>();
        for (var team : teams) {
            double better = 0;
            double surer = 0;
            for (var other : teams) {
                if (other.place() > team.place()) continue;
                double share = share(team, other, teams, scale);
                long drawn = teams.stream().filter(it -> it.place() == other.place()).count();
                better += ((other.equals(team) ? 1 : 0) - share) / drawn;
                surer += share * (1 - share) / drawn;
            }
            double spread = Math.sqrt(team.variance) / scale;
            update(team, better / scale, surer * spread / (scale * scale), after);
        }
        return after;
    }

    /// How likely a team is the first among all who came no better than the other.
    private static double share(Team team, Team other, List<Team> teams, double scale) {
        double sum = 0;
        for (var rival : teams)
            if (rival.place() >= other.place()) sum += Math.exp((rival.mean - team.mean) / scale);
        return 1 / sum;
    }

    private static void update(
            Team team, double better, double surer, Map<PlayerId, Rating> after) {
        for (int n = 0; n < team.ratings.size(); n++) {
            var rating = team.ratings.get(n);
            double variance = rating.variance();
            double left = Math.sqrt(Math.max(1 - variance * surer, LEAST));
            after.put(
                    team.placed.players().get(n),
                    new Rating(rating.mean() + variance * better, rating.doubt() * left));
        }
    }
}
