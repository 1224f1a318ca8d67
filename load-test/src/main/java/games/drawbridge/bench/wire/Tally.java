package games.drawbridge.bench.wire;

import org.HdrHistogram.Histogram;

/// Counts what arrives, and holds it against what was said: everything once, in the order in which
/// each player said it, and in one order for all of a room. One thread at a time.
public final class Tally implements Saying.Listener {
    /// Microseconds: what takes longer counts as a minute.
    private static final long LONGEST = 60_000_000;

    private final int seats;
    private final int[] said;
    private final int[] heard;
    private final long[] orders;
    private final Histogram times = new Histogram(LONGEST, 3);
    private int receiver;
    private long now;
    private long since = Long.MAX_VALUE;
    private long all;
    private long missing;
    private long disordered;
    private long strays;

    /// @param players in rooms of that many seats: player 0 to `seats` - 1 in the first, and so on
    public Tally(int players, int seats) {
        this.seats = seats;
        this.said = new int[players];
        this.heard = new int[players * seats];
        this.orders = new long[players];
    }

    /// Times of what is due from then on count, and no others.
    void measureFrom(long due) {
        since = due;
        times.reset();
    }

    /// The number of the player's next saying.
    int next(int from) {
        return ++said[from];
    }

    /// What follows was heard by that player.
    void at(int player, long micros) {
        receiver = player;
        now = micros;
    }

    @Override
    public void heard(int from, int number, long due) {
        all++;
        if (from / seats != receiver / seats || from >= said.length) {
            strays++;
            return;
        }
        int pair = receiver * seats + from % seats;
        int expected = heard[pair] + 1;
        if (number >= expected) {
            missing += number - expected;
            heard[pair] = number;
        } else {
            disordered++;
            missing--;
        }
        orders[receiver] = orders[receiver] * 31 + from * 1_000_003L + number;
        if (due >= since) times.recordValue(Math.min(Math.max(0, now - due), LONGEST));
    }

    /// Frames that arrived so far, all in all.
    public long delivered() {
        return all;
    }

    /// Frames that have not arrived: sayings that were overtaken, and those that come no more.
    public long lost() {
        long late = 0;
        for (int i = 0; i < heard.length; i++)
            late += said[i / seats / seats * seats + i % seats] - heard[i];
        return missing + late;
    }

    /// Frames that came twice, too late or to the wrong room, and rooms of which not all players
    /// saw the same order.
    public long wrong() {
        long rooms = 0;
        if (lost() == 0)
            for (int i = 0; i < orders.length; i++)
                if (orders[i] != orders[i / seats * seats]) rooms++;
        return disordered + strays + rooms;
    }

    /// Microseconds from when a saying was due until it was heard.
    public Histogram times() {
        return times;
    }
}
