package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.model.leaderboard.Board;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.title.Title;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Scores on all boards of the title.
public final class BoardHolding implements Holding {
    private final BoardTable boards;

    public BoardHolding(Aws aws) {
        boards = new BoardTable(aws, new SecureRandom());
    }

    @Override
    public String name() {
        return "leaderboards";
    }

    @Override
    public Object export(PlayerId player) {
        var scores = new LinkedHashMap<String, Object>();
        for (Board board : Title.TITLE.boards())
            boards.find(board.id(), player)
                    .ifPresent(place ->
                            scores.put(
                                    board.id().value(),
                                    Map.of(
                                            "score", place.score(),
                                            "at", Instant.ofEpochMilli(place.at()))));
        return scores;
    }

    @Override
    public void move(PlayerId from, PlayerId into) {
        for (Board board : Title.TITLE.boards()) {
            var place = boards.find(board.id(), from);
            while (place.isPresent()) {
                boards.hand(board.id(), place.get(), into);
                place = boards.find(board.id(), from);
            }
        }
    }

    @Override
    public void erase(PlayerId player) {
        for (Board board : Title.TITLE.boards()) {
            var place = boards.find(board.id(), player);
            while (place.isPresent() && !boards.remove(board.id(), place.get()))
                place = boards.find(board.id(), player);
        }
    }
}
