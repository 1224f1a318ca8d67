package games.drawbridge.functions.leaderboard;

import games.drawbridge.model.leaderboard.tree.Key;
import java.util.Arrays;
import java.util.Random;

/// What servers that keep ranks in memory have: a skip list whose links know how far they lead.
final class RankedSkipList {
    private static final int LEVELS = 24;

    private final Link head = new Link(Key.LOWEST, LEVELS);
    private final Random dice = new Random(1);
    private long size;

    private static final class Link {
        private final Key key;
        private final Link[] next;
        private final int[] width;

        Link(Key key, int levels) {
            this.key = key;
            next = new Link[levels];
            width = new int[levels];
        }
    }

    void add(Key key) {
        var before = new Link[LEVELS];
        var positions = new long[LEVELS];
        long position = 0;
        var at = head;
        for (int level = LEVELS - 1; level >= 0; level--) {
            while (at.next[level] != null && at.next[level].key.compareTo(key) < 0) {
                position += at.width[level];
                at = at.next[level];
            }
            before[level] = at;
            positions[level] = position;
        }
        int levels = Math.min(LEVELS, 1 + Long.numberOfTrailingZeros(dice.nextLong()) / 2);
        var link = new Link(key, levels);
        for (int level = 0; level < LEVELS; level++) {
            int skipped = (int) (position - positions[level]) + 1;
            if (level >= levels) {
                before[level].width[level]++;
                continue;
            }
            link.next[level] = before[level].next[level];
            link.width[level] = before[level].width[level] - skipped + 1;
            before[level].next[level] = link;
            before[level].width[level] = skipped;
        }
        size++;
    }

    /// How many stand before a key.
    long before(Key key) {
        long position = 0;
        var at = head;
        for (int level = LEVELS - 1; level >= 0; level--)
            while (at.next[level] != null && at.next[level].key.compareTo(key) < 0) {
                position += at.width[level];
                at = at.next[level];
            }
        return position;
    }

    @Override
    public String toString() {
        return size + " keys in " + Arrays.stream(head.next).filter(it -> it != null).count();
    }
}
