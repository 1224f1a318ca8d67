package games.drawbridge.functions.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.store.CatalogueTable;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The catalogues that were uploaded, and which of them is live.
@Route(value = "GET /v1/admin/store/catalogues", rate = 20, burst = 40)
public final class ListCatalogues extends AdminEndpoint {
    private final CatalogueTable catalogues;

    public ListCatalogues() {
        this(Environment.system());
    }

    public ListCatalogues(Environment environment) {
        this(new Aws(environment));
    }

    private ListCatalogues(Aws aws) {
        super(aws, Role.ADMIN, false);
        catalogues = new CatalogueTable(aws);
    }

    @Override
    @Nullable String subject(Request request) {
        return "catalogues";
    }

    /// @param live absent while the one is that came with the title
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Answer(@Nullable String live, List<Line> versions) {}

    private record Line(String version, Instant at, PlayerId by) {}

    @Override
    Act act(Request request) {
        var live = catalogues.live().map(CatalogueTable.Version::version).orElse(null);
        var lines =
                catalogues.all().stream()
                        .map(each -> new Line(each.version(), each.at(), each.by()))
                        .toList();
        return Act.read(new Answer(live, lines));
    }
}
