package games.drawbridge.realtime.bus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Channels in memory, of which a test cuts some and loses texts.
public final class LossyPubSub implements PubSub {
    private final Map<String, Consumer<String>> channels = new HashMap<>();
    private final List<CompletableFuture<Integer>> waiting = new ArrayList<>();
    private final List<Runnable> late = new ArrayList<>();
    private boolean away;
    private boolean slow;
    private int lose;

    /// The server does not take anything, and forgets nothing.
    public void away(boolean isAway) {
        away = isAway;
        if (!away) waiting.forEach(it -> it.completeExceptionally(new IOException("cut off")));
        waiting.clear();
    }

    /// The server takes everything later: when it is not slow any more.
    public void slow(boolean isSlow) {
        slow = isSlow;
        if (!slow) late.forEach(Runnable::run);
        late.clear();
    }

    /// The next texts with a body do not arrive.
    public void lose(int texts) {
        lose = texts;
    }

    @Override
    public CompletableFuture<Integer> publish(String channel, String text) {
        if (away) {
            var answer = new CompletableFuture<Integer>();
            waiting.add(answer);
            return answer;
        }
        if (slow) {
            var answer = new CompletableFuture<Integer>();
            late.add(() -> answer.complete(publish(channel, text).join()));
            return answer;
        }
        var listener = channels.get(channel);
        if (listener == null) return CompletableFuture.completedFuture(0);
        if (lose > 0 && text.contains("body")) lose--;
        else listener.accept(text);
        return CompletableFuture.completedFuture(1);
    }

    @Override
    public void listen(String channel, Consumer<String> heard, Runnable ended) {
        channels.put(channel, heard);
    }

    public void unplug(Address address) {
        channels.remove(address.channel());
    }
}
