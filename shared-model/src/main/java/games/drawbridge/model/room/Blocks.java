package games.drawbridge.model.room;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import games.drawbridge.model.player.PlayerId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Of whom a player wants to hear nothing, small enough for a ticket: of each, forty bits of the
/// SHA-256 of their id.
public record Blocks(Set<Long> marks) {
    public static final Blocks NONE = new Blocks(Set.of());

    private static final int BYTES = 5;

    public Blocks {
        marks = Set.copyOf(marks);
    }

    public static Blocks of(Collection<PlayerId> players) {
        var marks = new HashSet<Long>();
        for (var player : players) marks.add(mark(player));
        return new Blocks(marks);
    }

    /// As a ticket has it.
    ///
    /// @throws IllegalArgumentException when it is not of that form
    @JsonCreator
    public static Blocks of(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length % BYTES != 0) throw new IllegalArgumentException("not blocks");
        var marks = new HashSet<Long>();
        for (int at = 0; at < bytes.length; at += BYTES) marks.add(mark(bytes, at));
        return new Blocks(marks);
    }

    @JsonValue
    public String text() {
        List<Long> sorted = new ArrayList<>(marks);
        sorted.sort(null);
        byte[] bytes = new byte[sorted.size() * BYTES];
        for (int n = 0; n < sorted.size(); n++)
            for (int i = 0; i < BYTES; i++)
                bytes[n * BYTES + i] = (byte) (sorted.get(n) >> (8 * (BYTES - 1 - i)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public boolean isEmpty() {
        return marks.isEmpty();
    }

    public boolean has(PlayerId player) {
        return !marks.isEmpty() && marks.contains(mark(player));
    }

    private static long mark(PlayerId player) {
        return mark(Sha256.of(player.value()), 0);
    }

    private static long mark(byte[] bytes, int at) {
        long mark = 0;
        for (int i = 0; i < BYTES; i++) mark = (mark << 8) | (bytes[at + i] & 0xff);
        return mark;
    }
}
