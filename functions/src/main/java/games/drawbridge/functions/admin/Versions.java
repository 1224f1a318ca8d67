package games.drawbridge.functions.admin;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.config.ConfigTable;
import games.drawbridge.functions.config.Version;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.model.config.Change;
import games.drawbridge.model.config.Configuration;
import games.drawbridge.model.title.TitleConfig;
import java.time.InstantSource;
import java.util.List;

/// Writes versions of the live configuration.
final class Versions {
    private final ConfigTable table;
    private final InstantSource clock = InstantSource.system();
    private final String rooms;

    Versions(Aws aws) {
        table = new ConfigTable(aws);
        rooms = aws.environment().get("ROOMS_TABLE");
    }

    /// @param seen the version that the next one takes the place of
    /// @throws Problem 422 `bad-config`, 409 `config-changed`
    Act write(Request request, long seen, List<Change> changes) {
        var faults = Configuration.faults(TitleConfig.SETTINGS, changes);
        if (!faults.isEmpty()) throw new Problem(422, "bad-config", String.join("; ", faults));
        var before = table.read();
        var next =
                new Version(
                        new Configuration(seen + 1, changes),
                        clock.instant(),
                        request.player(),
                        request.body().fields().text("reason", 1, AdminLimits.REASON));
        if (before.version() != seen || !table.write(next, rooms))
            throw new Problem(
                    409, "config-changed", "it is version " + table.read().version() + " now");
        var after = ReadConfig.Line.of(next);
        return Act.changed(Reply.ok(after), before, after);
    }
}
