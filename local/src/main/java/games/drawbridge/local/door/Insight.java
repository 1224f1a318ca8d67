package games.drawbridge.local.door;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.process.Signal;
import games.drawbridge.local.services.Mail;
import games.drawbridge.local.traces.Traces;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What the console shows of the world, and does to it.
public interface Insight {

    /// As the contract of the local world has it.
    JsonNode state();

    /// `[{queue, waiting, inFlight, delayed, deadLetters}]`
    JsonNode queues();

    /// `[{table, rows, indexes}]`
    JsonNode tables();

    /// Figures of nodes and functions over the last ten minutes.
    JsonNode metrics();

    /// What was traced.
    Traces traces();

    /// Newest first.
    ///
    /// @throws IOException when they can't be read
    List<Mail> mails() throws IOException;

    /// Starts one more node.
    ///
    /// @return `{node, pid, port, state}`
    /// @throws games.drawbridge.local.refusal.Refusal when there may be no more
    /// @throws IOException when it can't be started
    JsonNode addNode() throws IOException;

    /// @return the node; nothing when there is none of that name
    /// @throws IOException when it can't be sent
    Optional<JsonNode> signalNode(String node, Signal signal) throws IOException;

    /// @return `{pid, port, state}`
    /// @throws IOException when it can't be sent
    JsonNode signalRedis(Signal signal) throws IOException;
}
