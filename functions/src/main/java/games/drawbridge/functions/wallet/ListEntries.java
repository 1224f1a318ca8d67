package games.drawbridge.functions.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.player.PlayerId;
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

    /// A page of entries.
    ///
    /// @param next absent on the last page
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Listing(List<LedgerEntry> entries, @Nullable String next) {}

    @Override
    protected Reply answer(Request request) {
        return Reply.ok(listing(request, request.player(), entries));
    }

    /// The page that the request asks for.
    public static Listing listing(Request request, PlayerId player, EntryTable entries) {
        var page = request.page("entries of " + player);
        var read = entries.newest(player, page);
        return new Listing(page.of(read), page.next(read, LedgerEntry::position));
    }
}
