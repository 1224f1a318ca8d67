package games.drawbridge.functions.wallet;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Booking;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Tells the realtime nodes, who read it twice a second, what has come into a player's wallet: the
/// rooms in which the player sits may make something of it.
public final class PurchaseNewsTable {
    /// How long it is told: longer than a node looks back.
    private static final Duration TOLD = Duration.ofMinutes(15);

    private static final int ID_DIGITS = 32;

    private final String rooms;

    public PurchaseNewsTable(Aws aws) {
        rooms = aws.environment().get("ROOMS_TABLE");
    }

    /// A row that is written with the transaction itself; empty where nothing comes in.
    ///
    /// @param transaction its id; what is told has an id of its own made of it
    public Optional<TransactWriteItem> row(
            String transaction, PlayerId player, Booking.Booked booked, Instant now) {
        var goods = booked.received(player);
        if (goods.isEmpty()) return Optional.empty();
        String id = Digest.sha256(transaction).substring(0, ID_DIGITS);
        return Optional.of(
                Row.key("BOUGHT", "%013d#%s".formatted(now.toEpochMilli(), id))
                        .with("purchase", id)
                        .with("player", player.value())
                        .with("goods", JsonText.write(goods))
                        .with("expires", now.plus(TOLD).getEpochSecond())
                        .putIfAbsent(rooms));
    }
}
