package games.drawbridge.realtime.archive;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/// Objects by key. An object is written once, or again with the same bytes.
public interface Bucket {

    CompletableFuture<Void> put(String key, byte[] bytes);

    /// Fails when there is no such object.
    CompletableFuture<byte[]> get(String key);

    /// Harmless for what is not there.
    ///
    /// @param keys 1,000 at most
    CompletableFuture<Void> delete(Collection<String> keys);
}
