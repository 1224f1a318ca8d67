package games.drawbridge.model.leaderboard;

import games.drawbridge.model.leaderboard.tree.Key;

/// Which score is the better one, and how a place becomes a key that sorts best first.
public enum Order {
    HIGHER,
    LOWER;

    private static final int SCORE_BYTES = 8;
    private static final int AT_BYTES = 6;
    private static final long LATEST = (1L << (8 * AT_BYTES)) - 1;

    public boolean better(long score, long than) {
        return this == HIGHER ? score > than : score < than;
    }

    /// Sorts by score, best first, then by time, then by id: 8, 6 and as many bytes as the id has.
    public Key key(Place place) {
        String who = place.who();
        var bytes = new byte[SCORE_BYTES + AT_BYTES + who.length()];
        write(bytes, 0, SCORE_BYTES, down(place.score()));
        write(bytes, SCORE_BYTES, AT_BYTES, Math.clamp(place.at(), 0, LATEST));
        for (int n = 0; n < who.length(); n++)
            bytes[SCORE_BYTES + AT_BYTES + n] = (byte) who.charAt(n);
        return Key.of(bytes);
    }

    /// Sorts after every better score and before every entry with this one.
    public Key first(long score) {
        var bytes = new byte[SCORE_BYTES];
        write(bytes, 0, SCORE_BYTES, down(score));
        return Key.of(bytes);
    }

    public Place place(Key key) {
        byte[] bytes = key.bytes();
        var who = new StringBuilder();
        for (int n = SCORE_BYTES + AT_BYTES; n < bytes.length; n++) who.append((char) bytes[n]);
        return new Place(
                down(read(bytes, 0, SCORE_BYTES)),
                read(bytes, SCORE_BYTES, AT_BYTES),
                who.toString());
    }

    private static void write(byte[] bytes, int from, int count, long number) {
        for (int n = 0; n < count; n++) bytes[from + n] = (byte) (number >>> (8 * (count - 1 - n)));
    }

    private static long read(byte[] bytes, int from, int count) {
        long number = 0;
        for (int n = 0; n < count; n++) number = (number << 8) | (bytes[from + n] & 0xff);
        return number;
    }

    /// A number whose bytes sort as scores do, best first; and back again.
    private long down(long score) {
        return this == HIGHER ? score ^ Long.MAX_VALUE : score ^ Long.MIN_VALUE;
    }
}
