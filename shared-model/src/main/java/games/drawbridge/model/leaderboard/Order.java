package games.drawbridge.model.leaderboard;

import games.drawbridge.model.leaderboard.tree.Key;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

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
        byte[] who = place.who().getBytes(StandardCharsets.UTF_8);
        long at = Math.clamp(place.at(), 0, LATEST);
        var bytes = ByteBuffer.allocate(SCORE_BYTES + AT_BYTES + who.length);
        bytes.putLong(down(place.score())).putShort((short) (at >>> 32)).putInt((int) at);
        return Key.of(bytes.put(who).array());
    }

    /// Sorts after every better score and before every entry with this one.
    public Key first(long score) {
        return Key.of(ByteBuffer.allocate(SCORE_BYTES).putLong(down(score)).array());
    }

    public Place place(Key key) {
        var bytes = ByteBuffer.wrap(key.bytes());
        long score = down(bytes.getLong());
        long at = Short.toUnsignedLong(bytes.getShort()) << 32;
        at |= Integer.toUnsignedLong(bytes.getInt());
        return new Place(score, at, StandardCharsets.UTF_8.decode(bytes).toString());
    }

    /// A number whose bytes sort as scores do, best first; and back again.
    private long down(long score) {
        return this == HIGHER ? score ^ Long.MAX_VALUE : score ^ Long.MIN_VALUE;
    }
}
