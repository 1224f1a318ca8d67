package games.drawbridge.functions.store;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Shared;
import games.drawbridge.functions.http.Who;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.store.Storefront;
import java.time.InstantSource;

/// The store as it is for everybody, so whoever stands in between may keep it. What differs between
/// players is not in it: [GetOffers] has that.
@Route(value = "GET /v1/store", who = Who.ANYBODY)
public final class GetStore extends Endpoint {
    private final InstantSource clock = InstantSource.system();
    private final Shelf shelf;

    public GetStore() {
        this(Environment.system());
    }

    public GetStore(Environment environment) {
        shelf = new Shelf(new Aws(environment), clock);
    }

    @Override
    protected Reply answer(Request request) {
        String text = JsonText.write(Storefront.of(shelf.catalogue(), clock.instant()));
        return Shared.reply(request, text, StoreLimits.CATALOGUE);
    }
}
