package games.drawbridge.functions.admin;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.config.ConfigTable;
import games.drawbridge.functions.config.Version;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.config.Configuration;
import org.jspecify.annotations.Nullable;

/// Makes an earlier version of the live configuration the newest one again: `{version, reason}`; 0
/// is the title's usual values.
@Route(value = "POST /v1/admin/config/rollback", rate = 20, burst = 40)
public final class RollBackConfig extends AdminEndpoint {
    private final ConfigTable table;
    private final Versions versions;

    RollBackConfig(Aws aws) {
        super(aws, Role.ADMIN, true);
        table = new ConfigTable(aws);
        versions = new Versions(aws);
    }

    @Override
    @Nullable String subject(Request request) {
        return "config";
    }

    @Override
    Act act(Request request) {
        long version = request.body().fields().whole("version", 0, Long.MAX_VALUE - 1);
        var earlier =
                version == 0
                        ? Configuration.NONE
                        : table.version(version)
                                .map(Version::configuration)
                                .orElseThrow(() -> Problem.notFound("no such version"));
        return versions.write(request, table.read().version(), earlier.changes());
    }
}
