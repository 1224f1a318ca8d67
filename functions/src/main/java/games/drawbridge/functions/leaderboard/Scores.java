package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.leaderboard.Board;
import games.drawbridge.model.leaderboard.Place;
import games.drawbridge.model.leaderboard.Rule;
import games.drawbridge.model.leaderboard.Scope;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.title.Title;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Writes scores down. The rankings follow from the stream of what is written.
public final class Scores {
    private final ScoreTable scores;
    private final MembershipTable memberships;
    private final InstantSource clock;

    public Scores(Aws aws, InstantSource clock, RandomGenerator dice) {
        scores = new ScoreTable(aws, dice);
        memberships = new MembershipTable(aws);
        this.clock = clock;
    }

    /// Counts what a room reports, once, for every period that its game's end belongs to.
    ///
    /// @param source names what scored: room, seq and position
    /// @param ended when the game did
    public void count(Effect.Score score, String source, Instant ended) {
        var board = board(score);
        if (board.rule() == Rule.SUM) {
            add(board, score, source, ended);
            return;
        }
        for (var period : board.periods(ended, clock.instant()).values())
            scores.keep(
                    new Group(board, period, false),
                    new Place(score.points(), ended.toEpochMilli(), score.player().value()),
                    source);
    }

    private void add(Board board, Effect.Score score, String source, Instant ended) {
        var sums = new LinkedHashMap<Group, String>();
        var clan = clan(board, score.player());
        for (var period : board.periods(ended, clock.instant()).values()) {
            sums.put(new Group(board, period, false), score.player().value());
            clan.ifPresent(id -> sums.put(new Group(board, period, true), id.value()));
        }
        scores.add(sums, score.points(), source, ended.toEpochMilli());
    }

    /// Points are the clan's in which the player is when they are counted, and stay with it:
    /// whoever joins later brings none, and whoever leaves takes none.
    private Optional<ClanId> clan(Board board, PlayerId player) {
        return board.scopes().contains(Scope.CLAN) ? memberships.of(player) : Optional.empty();
    }

    /// Rules may name a board that the title has no more: the effect then stays pending, and is
    /// told of each time.
    private static Board board(Effect.Score score) {
        return Title.TITLE
                .board(score.board())
                .orElseThrow(() -> new IllegalArgumentException("no board " + score.board()));
    }
}
