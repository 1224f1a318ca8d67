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
import java.time.InstantSource;

/// The catalogue: the same for all, so whoever stands in between may keep it.
@Route(value = "GET /v1/store", who = Who.ANYBODY)
public final class GetStore extends Endpoint {
    private final Shelf shelf;

    public GetStore() {
        this(Environment.system());
    }

    public GetStore(Environment environment) {
        shelf = new Shelf(new Aws(environment), InstantSource.system());
    }

    @Override
    protected Reply answer(Request request) {
        String text = JsonText.write(shelf.catalogue());
        return Shared.reply(request, text, StoreLimits.CATALOGUE);
    }
}
