package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// What admins do to the store's catalogue.
public final class CatalogueCalls extends Calls {
    public CatalogueCalls() {
        this(Environment.system());
    }

    public CatalogueCalls(Environment environment) {
        super(
                new UploadCatalogue(environment),
                new DropCatalogue(environment),
                new ListCatalogues(environment),
                new RestoreCatalogue(environment));
    }
}
