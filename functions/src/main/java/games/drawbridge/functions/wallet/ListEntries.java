package games.drawbridge.functions.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What changed in the caller's wallet, newest first.
@Route("GET /v1/wallet/entries")
public final class ListEntries extends Endpoint {
    private final EntryTable entries;

    public ListEntries() {
        this(Environment.system());
    }

    public ListEntries(Environment environment) {
        entries = new EntryTable(new Aws(environment));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Listing(List<LedgerEntry> entries, @Nullable String next) {}

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        var page = request.page("entries of " + player);
        var read = entries.newest(player, page);
        return Reply.ok(new Listing(page.of(read), page.next(read, LedgerEntry::position)));
    }
}
