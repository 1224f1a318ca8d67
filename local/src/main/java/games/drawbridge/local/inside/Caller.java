package games.drawbridge.local.inside;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// On whose behalf a thread works: the function that runs on it, or that started it. This class is
/// the one that the world and the functions' class loader share.
@FunctionalInterface
public interface Caller {

    /// Why the call is not allowed, if it is not.
    ///
    /// @param service as the AWS SDK names it, `DynamoDb`
    /// @param operation `PutItem`
    /// @param fields of the call by their names, down to texts, lists and maps
    Optional<String> refusal(String service, String operation, Map<String, Object> fields);

    /// Makes this thread, and those that it starts, work for the caller.
    static void enter(Caller caller) {
        Current.CALLER.set(caller);
    }

    /// Nobody when no function runs on this thread.
    static @Nullable Caller current() {
        return Current.CALLER.get();
    }

    /// Kept apart so that nobody else can change it.
    final class Current {
        private static final InheritableThreadLocal<Caller> CALLER = new InheritableThreadLocal<>();

        private Current() {}
    }
}
