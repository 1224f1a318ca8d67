package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// What players may ask of boards, and report to those that let them.
public final class BoardCalls extends Calls {
    public BoardCalls() {
        this(Environment.system());
    }

    public BoardCalls(Environment environment) {
        super(
                new ListBoards(environment),
                new GetBoard(environment),
                new GetRank(environment),
                new GetRanks(environment),
                new ReportScore(environment));
    }
}
