package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.store.CatalogueTable;
import games.drawbridge.functions.store.Proof;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Goes back, or forward, to a catalogue that was uploaded before: `{reason}`.
@Route(value = "POST /v1/admin/store/catalogues/{version}/live", rate = 20, burst = 40)
public final class RestoreCatalogue extends AdminEndpoint {
    private final CatalogueTable catalogues;

    public RestoreCatalogue() {
        this(Environment.system());
    }

    public RestoreCatalogue(Environment environment) {
        this(new Aws(environment));
    }

    private RestoreCatalogue(Aws aws) {
        super(aws, Role.ADMIN, true);
        catalogues = new CatalogueTable(aws);
    }

    @Override
    @Nullable String subject(Request request) {
        return "catalogues";
    }

    @Override
    Act act(Request request) {
        String name = request.path("version", text -> text);
        var version =
                catalogues
                        .find(name)
                        .orElseThrow(() -> Problem.notFound("no such catalogue was uploaded"));
        if (Proof.of(version.text()) instanceof Proof.Marked(var findings))
            throw new Problem(422, "bad-catalogue", "what was right then is not now")
                    .with("findings", findings);
        var before = catalogues.live().map(CatalogueTable.Version::version).orElse(null);
        catalogues.goLive(version);
        return Act.changed(Reply.ok(Map.of("live", name)), before, name);
    }
}
