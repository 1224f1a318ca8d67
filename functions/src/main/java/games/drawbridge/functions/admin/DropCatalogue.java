package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.store.CatalogueTable;
import org.jspecify.annotations.Nullable;

/// Goes back to the catalogue that came with the title, and follows its file: `?reason=`.
@Route(value = "DELETE /v1/admin/store/catalogues/live", rate = 20, burst = 40)
public final class DropCatalogue extends AdminEndpoint {
    private final CatalogueTable catalogues;

    public DropCatalogue() {
        this(Environment.system());
    }

    public DropCatalogue(Environment environment) {
        this(new Aws(environment));
    }

    private DropCatalogue(Aws aws) {
        super(aws, Role.ADMIN, true);
        catalogues = new CatalogueTable(aws);
    }

    @Override
    @Nullable String subject(Request request) {
        return "catalogues";
    }

    @Override
    Act act(Request request) {
        var before = catalogues.live().map(CatalogueTable.Version::version).orElse(null);
        catalogues.goBack();
        return Act.changed(Reply.empty(204), before, null);
    }
}
