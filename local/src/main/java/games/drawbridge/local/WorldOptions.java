package games.drawbridge.local;

import java.nio.file.Path;
import java.util.Optional;

/// How a world is started.
///
/// @param folder where all of its data goes
/// @param port of the front door; 0 for any, for everything
/// @param nodes how many at first
/// @param fresh whether to forget what is kept
/// @param dynamoDb the endpoint of another DynamoDB than the world's own
/// @param directions what programs are told of where things are
public record WorldOptions(
        Checkout checkout,
        Path folder,
        int port,
        int nodes,
        boolean fresh,
        Optional<String> dynamoDb,
        Directions directions) {
    public static final int USUAL_PORT = 8080;
    public static final int USUAL_NODES = 2;

    public WorldOptions(
            Checkout checkout,
            Path folder,
            int port,
            int nodes,
            boolean fresh,
            Optional<String> dynamoDb) {
        this(checkout, folder, port, nodes, fresh, dynamoDb, Directions.STRAIGHT);
    }

    /// What tests want: free ports, and a folder of their own.
    public static WorldOptions inFolder(Path checkout, Path folder) {
        return new WorldOptions(
                Checkout.at(checkout), folder, 0, USUAL_NODES, false, Optional.empty());
    }

    public WorldOptions withNodes(int count) {
        return new WorldOptions(checkout, folder, port, count, fresh, dynamoDb, directions);
    }

    public WorldOptions withDirections(Directions others) {
        return new WorldOptions(checkout, folder, port, nodes, fresh, dynamoDb, others);
    }

    /// The port that a part should have if it is free: addresses stay the same from run to run.
    ///
    /// @param place after the front door's
    int portFor(int place) {
        return port == 0 ? 0 : port + place;
    }
}
