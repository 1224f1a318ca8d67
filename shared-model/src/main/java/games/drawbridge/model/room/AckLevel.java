package games.drawbridge.model.room;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How safe an event must be before anybody hears of it.
public enum AckLevel {
    /// In the owner's memory: lost with the node, up to the last write-behind.
    @JsonProperty("memory")
    MEMORY,
    /// In the live log: survives the node.
    @JsonProperty("live")
    LIVE,
    /// In DynamoDB: survives the live log as well.
    @JsonProperty("durable")
    DURABLE
}
