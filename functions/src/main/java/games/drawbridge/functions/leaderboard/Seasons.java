package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.inbox.Mails;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.leaderboard.Reward;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.wallet.Account;
import games.drawbridge.model.wallet.Leg;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// What becomes of a period when it is over: its standings are frozen once they are what the scores
/// say, and rewards are paid from the frozen file. Each step may be taken again.
final class Seasons {
    private final ScoreTable scores;
    private final SeasonTable seasons;
    private final Standings standings;
    private final StandingsFile files;
    private final RebuildTable rebuilds;
    private final WalletTable wallets;
    private final Mails mails;
    private final ProfileTable profiles;
    private final InstantSource clock;
    private final Set<String> done = new HashSet<>();

    Seasons(Aws aws, InstantSource clock) {
        var dice = new SecureRandom();
        scores = new ScoreTable(aws, dice);
        seasons = new SeasonTable(aws);
        standings = new Standings(aws);
        files = new StandingsFile(aws);
        rebuilds = new RebuildTable(aws, clock);
        wallets = new WalletTable(aws, clock, dice);
        mails = new Mails(aws, clock);
        profiles = new ProfileTable(aws);
        this.clock = clock;
    }

    /// Takes the next steps of a period that is over, and none of one that is not.
    void tend(Ranking ranking, List<Reward> rewards) {
        var closed = ranking.period().until();
        boolean over =
                ranking.period().ends()
                        && clock.instant().isAfter(closed.plus(BoardLimits.SETTLED));
        if (!over || done.contains(ranking.toString())) return;
        if (nobodyEver(ranking)) {
            done.add(ranking.toString());
            return;
        }
        if (seasons.find(ranking).isEmpty()) {
            if (!isRight(ranking)) return;
            freeze(ranking);
        }
        var frozen = seasons.find(ranking).orElseThrow();
        if (ranking.scope().equals(Ranking.WORLD))
            for (int part = frozen.paid(); part < frozen.parts().size(); part++) {
                pay(ranking, rewards, frozen, part);
                seasons.paid(ranking, part + 1);
            }
        done.add(ranking.toString());
    }

    /// Of most periods before a board was there: nothing to freeze.
    private boolean nobodyEver(Ranking ranking) {
        return standings.read(ranking, List.of(), view -> view.head().batch() == 0);
    }

    /// Whether it has as many entries as there are scores, or was made anew from them after the
    /// last had come. If not it is made anew now, which may take some runs.
    private boolean isRight(Ranking ranking) {
        var closed = ranking.period().until().plus(BoardLimits.SETTLED);
        var rebuild = rebuilds.of(ranking);
        if (rebuild.isWanted()) return false;
        if (rebuild.made().filter(at -> at.isAfter(closed)).isPresent()) return true;
        long truth = scores.count(ranking.group());
        long counted = standings.read(ranking, List.of(), View::of);
        if (counted == truth) return true;
        rebuilds.ask(ranking, closed);
        return false;
    }

    private void freeze(Ranking ranking) {
        var parts = new ArrayList<String>();
        var parquet = new ArrayList<String>();
        var first = standings.read(ranking, List.of(), view -> view);
        for (long from = 0; from < first.of(); from += BoardLimits.PART) {
            long start = from;
            var lines =
                    standings.read(
                            ranking,
                            List.of(),
                            view -> same(first, view).at(start, BoardLimits.PART));
            parquet.add(files.putParquet(ranking, parts.size(), lines));
            parts.add(files.putCsv(ranking, parts.size(), lines));
        }
        var frozen = new SeasonTable.Frozen(first.of(), parts, parquet, 0, clock.instant());
        files.manifest(ranking, frozen);
        seasons.freeze(ranking, frozen);
    }

    /// A ban may still take somebody off: then it is begun again.
    private static View same(View first, View now) {
        if (first.head().batch() != now.head().batch())
            throw new IllegalStateException(first.ranking() + " changed while it was frozen");
        return now;
    }

    private void pay(Ranking ranking, List<Reward> rewards, SeasonTable.Frozen frozen, int part) {
        long last = rewards.stream().mapToLong(Reward::to).max().orElse(0);
        if (last == 0) return;
        var winners = new LinkedHashMap<PlayerId, Long>();
        for (var line : files.read(ranking, part, frozen.parts().get(part)))
            if (Long.parseLong(line[0]) <= last)
                winners.put(new PlayerId(line[1]), Long.valueOf(line[0]));
        var out =
                scores.out(winners.keySet().stream().map(PlayerId::value).toList(), clock.millis());
        winners.keySet().removeIf(player -> out.contains(player.value()));
        winners.keySet().retainAll(there(List.copyOf(winners.keySet())));
        winners.forEach((player, rank) -> pay(ranking, rewards, frozen, player, rank));
    }

    /// Those that are not forgotten by now.
    private Set<PlayerId> there(List<PlayerId> players) {
        var there = new HashSet<PlayerId>();
        for (int at = 0; at < players.size(); at += BoardLimits.TOGETHER) {
            int end = Math.min(players.size(), at + BoardLimits.TOGETHER);
            there.addAll(profiles.names(players.subList(at, end)).keySet());
        }
        return there;
    }

    private void pay(
            Ranking ranking,
            List<Reward> rewards,
            SeasonTable.Frozen frozen,
            PlayerId player,
            long rank) {
        var amounts = new LinkedHashMap<Unit, Long>();
        for (var reward : rewards)
            if (reward.covers(rank)) amounts.merge(reward.unit(), reward.amount(), Math::addExact);
        if (amounts.isEmpty()) return;
        String board = ranking.board().id().value();
        String id = "REWARD#" + board + "#" + ranking.period().id() + "#" + player;
        var legs = new ArrayList<Leg>();
        amounts.forEach((unit, amount) ->
                legs.addAll(Transaction.move(Account.PRIZES, Account.of(player), unit, amount)));
        wallets.apply(new Transaction(id, "reward", legs));
        mails.add(
                new Effect.Mail(player, ranking.board().title(), text(ranking, rank)),
                id,
                frozen.at());
    }

    private static String text(Ranking ranking, long rank) {
        return "You finished at rank %d of %s. Your reward is in your wallet."
                .formatted(rank, ranking.period().id());
    }
}
