package games.drawbridge.realtime.word;

import games.drawbridge.model.wire.NodeFrame;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tells everybody who is connected what the operators say anew. Kept by one thread.
public final class Words {
    private final Supplier<Word> source;
    private final InstantSource clock;
    private final Consumer<NodeFrame> tell;
    private @Nullable Word told;
    private Instant looked;

    /// @param tell goes to all sockets of this node
    public Words(WordTable table, InstantSource clock, Consumer<NodeFrame> tell) {
        this(table::read, clock, tell);
    }

    Words(Supplier<Word> source, InstantSource clock, Consumer<NodeFrame> tell) {
        this.source = source;
        this.clock = clock;
        this.tell = tell;
        looked = clock.instant();
    }

    /// Looks whether something was said. What was said before this node began, players have heard
    /// from the call that led them here. Fails when it cannot be read; then the next look tells.
    public void look() {
        var word = source.get();
        var now = clock.instant();
        var before = told;
        if (before != null && (word.differs(before) || word.turned(looked, now)))
            tell.accept(word.frame());
        told = word;
        looked = now;
    }
}
