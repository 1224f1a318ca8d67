package games.drawbridge.functions.wallet;

import java.time.Duration;

/// How long what a wallet remembers is kept.
final class WalletLimits {
    /// Life of a refusal's receipt: a day is promised, a second one covers every clock. An accepted
    /// order's receipt stays for ever, as its effect does.
    static final Duration REFUSAL = Duration.ofDays(2);

    private WalletLimits() {}
}
