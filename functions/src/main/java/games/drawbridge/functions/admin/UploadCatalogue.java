package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.store.CatalogueTable;
import games.drawbridge.functions.store.Proof;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts a new catalogue live, within a minute everywhere: `{catalogue, reason}`. One with findings
/// never goes live; each version's name is used once.
@Route(value = "POST /v1/admin/store/catalogues", rate = 20, burst = 40)
public final class UploadCatalogue extends AdminEndpoint {
    private final InstantSource clock = InstantSource.system();
    private final CatalogueTable catalogues;

    public UploadCatalogue() {
        this(Environment.system());
    }

    public UploadCatalogue(Environment environment) {
        this(new Aws(environment));
    }

    private UploadCatalogue(Aws aws) {
        super(aws, Role.ADMIN, true);
        catalogues = new CatalogueTable(aws);
    }

    @Override
    @Nullable String subject(Request request) {
        return "catalogues";
    }

    @Override
    Act act(Request request) {
        var body = request.body().fields();
        String text =
                body.optionalObject("catalogue")
                        .orElseThrow(() -> Problem.badInput("catalogue is missing"))
                        .json();
        return switch (Proof.of(text)) {
            case Proof.Marked(var findings) ->
                    throw new Problem(
                                    422,
                                    "bad-catalogue",
                                    "it stays as it was: " + findings.size() + " findings")
                            .with("findings", findings);
            case Proof.Clean(var catalogue) -> upload(request, catalogue.version(), text);
        };
    }

    private Act upload(Request request, String name, String text) {
        var before = live();
        var at = clock.instant();
        var version = new CatalogueTable.Version(name, at, request.player(), text);
        if (!catalogues.upload(version))
            throw new Problem(409, "version-taken", "there is a catalogue " + name + " already");
        return Act.changed(Reply.created(Map.of("live", name)), before, name);
    }

    private @Nullable String live() {
        return catalogues.live().map(CatalogueTable.Version::version).orElse(null);
    }
}
