package games.drawbridge.functions.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.config.ConfigTable;
import games.drawbridge.functions.config.Version;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.config.Change;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.title.TitleConfig;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What operators have said of the configuration, newest version first, and what the title lets
/// them say.
@Route(value = "GET /v1/admin/config", rate = 20, burst = 40)
public final class ReadConfig extends AdminEndpoint {
    private final ConfigTable table;

    ReadConfig(Aws aws) {
        super(aws, Role.SUPPORT, false);
        table = new ConfigTable(aws);
    }

    private record Declared(String key, Object usual) {}

    /// One version as it is told.
    record Line(long version, Instant at, PlayerId by, String why, List<Change> changes) {
        static Line of(Version version) {
            return new Line(
                    version.configuration().version(),
                    version.at(),
                    version.by(),
                    version.why(),
                    version.configuration().changes());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Answer(List<Declared> settings, List<Line> versions, @Nullable String next) {}

    @Override
    @Nullable String subject(Request request) {
        return "config";
    }

    @Override
    Act act(Request request) {
        var page = request.page("versions of the configuration");
        var read = table.versions(page);
        var settings =
                TitleConfig.SETTINGS.stream()
                        .map(setting -> new Declared(setting.key(), setting.usual()))
                        .toList();
        return Act.read(
                new Answer(
                        settings,
                        page.of(read).stream().map(Line::of).toList(),
                        page.next(read, ConfigTable::position)));
    }
}
