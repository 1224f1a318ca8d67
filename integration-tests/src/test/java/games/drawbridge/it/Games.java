package games.drawbridge.it;

import static games.drawbridge.it.Players.create;
import static games.drawbridge.it.Players.enter;
import static games.drawbridge.it.Players.join;

import games.drawbridge.bots.Account;

/// Whole games, where only their end matters.
final class Games {
    private Games() {}

    /// A game of four-in-a-row that `loser` resigns.
    ///
    /// @return its room
    static String resigned(Account loser, Account winner) {
        var seat = create(loser, "four-in-a-row");
        try (var first = enter(seat);
                var second = enter(join(winner, seat))) {
            first.move(1, "{\"resign\":true}");
            second.socket().next("event");
            return first.room();
        }
    }
}
