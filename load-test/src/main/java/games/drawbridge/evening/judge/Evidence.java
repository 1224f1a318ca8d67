package games.drawbridge.evening.judge;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.evening.Notes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All that is looked at: what bots noted, and what was read when they were gone.
///
/// @param logs by room
/// @param purses by player
/// @param offers by id
public record Evidence(
        List<Notes> notes,
        Map<String, Log> logs,
        Map<String, Purse> purses,
        Map<String, Offer> offers,
        List<Clan> clans) {

    /// A room's log as the log call gives it.
    ///
    /// @param players whose seats the room was made with; empty where anybody may come
    public record Log(String room, List<JsonNode> events, boolean over, List<String> players) {}

    /// What a player has, and how that came.
    ///
    /// @param balances of currencies and goods, by unit
    public record Purse(String player, Map<String, Long> balances, List<Entry> entries) {}

    /// A line of the ledger.
    public record Entry(String transaction, String reason, String unit, long amount) {}

    public record Offer(
            String id, String seller, String item, long amount, long price, String state) {}

    /// @param members as often as they are listed
    public record Clan(String id, List<String> members) {}

    Stream<Log> logsOf(String kind) {
        return logs.values().stream().filter(log -> log.room().startsWith(kind + ":"));
    }

    boolean isBot(String player) {
        return purses.containsKey(player);
    }
}
