package games.drawbridge.functions.finance;

/// How the books are laid out.
final class FinanceLimits {
    /// Partitions of a month in the index: each takes 1,000 rows a second, so a title may sell
    /// 16,000 things a second. Part of the contract; more of them would be a new index.
    static final int SHARDS = 16;

    private FinanceLimits() {}
}
