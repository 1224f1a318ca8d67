package games.drawbridge.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// Plays `relay`: says one thing after the other, each of them once.
final class Talk implements Mind {
    private final String player;
    private final String padding;
    private long said;

    /// @param size bytes of each move's body, about
    Talk(String player, int size) {
        this.player = player;
        this.padding = "x".repeat(size);
    }

    @Override
    public int atOnce() {
        return 8;
    }

    @Override
    public void state(JsonNode state) {}

    @Override
    public void event(JsonNode body) {}

    @Override
    public Optional<String> move() {
        return Optional.of(
                "{\"from\":\"%s\",\"n\":%d,\"x\":\"%s\"}".formatted(player, ++said, padding));
    }

    @Override
    public boolean over() {
        return false;
    }
}
