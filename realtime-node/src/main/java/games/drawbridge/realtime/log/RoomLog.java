package games.drawbridge.realtime.log;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// One room's log in one of its homes, written by one owner under one epoch.
///
/// Every future fails with [Fenced] once a higher epoch has begun, and otherwise only when the home
/// is gone for good: what may pass by itself is tried again inside.
public interface RoomLog {

    /// Writes this epoch's barrier and answers all batches before it that are still here, oldest
    /// first. An epoch begins once: fails with [Fenced] by itself when it has begun before.
    CompletableFuture<List<Batch>> open();

    /// Appends the next batch; completes when it is as safe as this home makes it. One at a time.
    CompletableFuture<Void> append(Batch batch);

    /// Completes when the log has shown that no higher epoch had begun when this was asked. Who
    /// asks while an answer is awaited shares the next one.
    CompletableFuture<Void> confirm();

    /// Puts back what the home has lost while nothing was appended; nothing to do, most of the
    /// time.
    CompletableFuture<Void> mend();

    /// Forgets what is below `first`: the archive has it.
    CompletableFuture<Void> trim(BatchId first);

    /// Forgets nearly everything: the room is over and the archive has all of it. What fences late
    /// owners stays for as long as one may still wake up.
    CompletableFuture<Void> retire();

    /// Completes when what was appended before would survive this node.
    CompletableFuture<Void> flushed();
}
