package games.drawbridge.standins;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteJob;
import com.almworks.sqlite4java.SQLiteQueue;
import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import java.lang.reflect.Method;
import java.util.List;

/// DynamoDB Local with two indexes that it lacks. Before nearly every call on a table with a stream
/// it asks for that stream's oldest record, and whoever reads a shard has it ask for the shard's
/// oldest and newest (`SELECT MIN(SequenceNumber) FROM us WHERE StreamID=?`). Without an index it
/// reads all records of all streams for that: in a world that has lived for some minutes, most of
/// what it does.
public final class DynamoDb {
    /// A record's number is its rowid, with which every index ends.
    private static final List<String> INDEXES =
            List.of(
                    "CREATE INDEX IF NOT EXISTS us_stream ON us (StreamID)",
                    "CREATE INDEX IF NOT EXISTS us_shard ON us (ShardID)");

    private DynamoDb() {}

    /// @param arguments of DynamoDB Local, `-sharedDb` among them
    /// @throws Exception what it throws
    public static void main(String[] arguments) throws Exception {
        var server = ServerRunner.createServerFromCommandLineArgs(arguments);
        var calls = read(read(server, "serverHandler"), "primaryHandler");
        var queue = (SQLiteQueue) read(read(shared(calls), "dbAccess"), "queue");
        queue.execute(new Indexing()).complete();
        server.start();
        server.join();
    }

    private static final class Indexing extends SQLiteJob<Void> {
        @Override
        protected Void job(SQLiteConnection connection) throws SQLiteException {
            for (String index : INDEXES) connection.exec(index);
            return null;
        }
    }

    /// The database of whoever asks first; a shared one is everybody's.
    private static Object shared(Object calls) throws ReflectiveOperationException {
        Method handler = calls.getClass().getDeclaredMethod("getHandler", String.class);
        handler.setAccessible(true);
        return handler.invoke(calls, "");
    }

    private static Object read(Object from, String field) throws ReflectiveOperationException {
        for (Class<?> type = from.getClass(); type != null; type = type.getSuperclass()) {
            for (var each : type.getDeclaredFields()) {
                if (!each.getName().equals(field)) continue;
                each.setAccessible(true);
                return each.get(from);
            }
        }
        throw new NoSuchFieldException(field);
    }
}
