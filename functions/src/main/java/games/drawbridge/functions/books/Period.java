package games.drawbridge.functions.books;

import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A month that is to be closed, or is.
///
/// @param pinned SHA-256 of each file that it is made of, by name; empty until it is frozen
/// @param manifest as JSON; absent until it is closed
record Period(YearMonth month, Map<String, String> pinned, @Nullable String manifest) {
    static final String MOVEMENTS = "movements.csv";
    static final String RATES = "rates.csv";
    static final String CONTRACTS = "contracts.csv";

    Period {
        pinned = Map.copyOf(pinned);
    }

    boolean frozen() {
        return !pinned.isEmpty();
    }

    boolean closed() {
        return manifest != null;
    }

    /// `asked`, `closing` or `closed`.
    String state() {
        if (closed()) return "closed";
        return frozen() ? "closing" : "asked";
    }

    /// The key of a pinned file.
    String key(String name) {
        String sha256 = pinned.get(name);
        if (sha256 == null) throw new IllegalStateException(month + " has no " + name);
        return BookStore.pinned(month, name, sha256);
    }
}
