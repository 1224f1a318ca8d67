package games.drawbridge.functions.market;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// How often a player did something on a day, by UTC.
final class CountTable {
    private final String table;

    CountTable(Aws aws) {
        table = aws.environment().get("MARKET_TABLE");
    }

    /// Part of a transaction: once more, if that is not too often.
    ///
    /// @param most at least 1
    TransactWriteItem once(PlayerId player, String what, long most, Instant now) {
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return Row.key("COUNT#" + player + "#" + day, what)
                .update(
                        table,
                        "SET expires = :expires ADD times :one",
                        "attribute_not_exists(pk) OR times < :most",
                        Row.empty()
                                .with(":expires", now.plus(MarketCallLimits.COUNT).getEpochSecond())
                                .with(":one", 1)
                                .with(":most", most));
    }
}
