package games.drawbridge.evening.judge;

/// What an evening must keep.
public enum Promise {
    TILES("no tile has two owners, and all who look at one see the same"),
    TRADE("no item and no gold is made or lost by trade, and every prize is paid once"),
    CLANS("no clan is over its size, and nobody is in two"),
    SEATS("no seat of a match is reserved twice"),
    MATCHES("each bot is in one match at a time"),
    MOVES("no acknowledged move is lost or doubled"),
    BOTS("every bot gets in and comes to play, and none is told what must never be told");

    private final String sentence;

    Promise(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
