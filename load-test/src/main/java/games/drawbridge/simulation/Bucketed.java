package games.drawbridge.simulation;

import games.drawbridge.realtime.archive.Bucket;
import games.drawbridge.simulation.Service.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Objects as S3 keeps them.
final class Bucketed {
    private final Service service;
    private final Map<String, byte[]> objects = new HashMap<>();

    Bucketed(Service service) {
        this.service = service;
    }

    /// The bucket without a network before it.
    Bucket now() {
        return new Bucket() {
            @Override
            public CompletableFuture<Void> put(String key, byte[] bytes) {
                return CompletableFuture.failedFuture(new Refusal("to be read only"));
            }

            @Override
            public CompletableFuture<byte[]> get(String key) {
                return CompletableFuture.completedFuture(getNow(key));
            }

            @Override
            public CompletableFuture<Void> delete(Collection<String> keys) {
                return CompletableFuture.failedFuture(new Refusal("to be read only"));
            }
        };
    }

    /// Turns over a byte of every object of that kind: what is read is not what was written.
    void spoil(String kind) {
        objects.forEach((key, bytes) -> {
            if (key.contains(kind)) bytes[bytes.length / 2] ^= 1;
        });
    }

    /// The bucket as this process reaches it.
    Bucket of(Life life) {
        return new Bucket() {
            @Override
            public CompletableFuture<Void> put(String key, byte[] bytes) {
                return service.ask(
                        life,
                        () -> {
                            objects.put(key, bytes.clone());
                            return null;
                        });
            }

            @Override
            public CompletableFuture<byte[]> get(String key) {
                return service.ask(life, () -> getNow(key));
            }

            @Override
            public CompletableFuture<Void> delete(Collection<String> keys) {
                return service.ask(
                        life,
                        () -> {
                            objects.keySet().removeAll(keys);
                            return null;
                        });
            }
        };
    }

    private byte[] getNow(String key) {
        var bytes = objects.get(key);
        if (bytes == null) throw new Refusal("there is no " + key);
        return bytes.clone();
    }
}
