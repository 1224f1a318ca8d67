package games.drawbridge.functions.clans;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.players.PlayerName;
import games.drawbridge.functions.players.Profile;
import games.drawbridge.model.clans.Clan;
import games.drawbridge.model.clans.ClanLimits;
import games.drawbridge.model.player.PlayerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Clans that take players in: by what their name begins with or by their tag, or those where
/// something happens, in the caller's language unless another one is asked for.
@Route("GET /v1/clans")
public final class ListClans extends Endpoint {
    private final Clans clans;

    ListClans(Clans clans) {
        this.clans = clans;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Found(List<Clan> clans, @Nullable String next) {}

    @Override
    protected Reply answer(Request request) {
        var query = request.query("q").map(String::strip);
        return query.isPresent() ? named(request, query.get()) : active(request);
    }

    private Reply named(Request request, String query) {
        String folded = PlayerName.folded(query);
        if (query.length() > ClanCallLimits.SEARCH || folded.codePointCount(0, folded.length()) < 2)
            throw Problem.badInput("q must have 2 letters or digits at least");
        var page = request.page("clans named " + folded);
        var language = request.query("language").map(Words::language).orElse(null);
        var read = clans.discovery().named(folded, search(request, language), page);
        var all = new ArrayList<>(page.of(read));
        if (page.after() == null)
            tagged(query).filter(it -> !all.contains(it)).ifPresent(it -> all.addFirst(it));
        return Reply.ok(new Found(all, page.next(read, DiscoveryTable::byName)));
    }

    private Optional<Clan> tagged(String query) {
        return clans.discovery().tagged(query).flatMap(clans.heads()::find);
    }

    private Reply active(Request request) {
        String language =
                request.query("language")
                        .map(Words::language)
                        .orElseGet(() -> language(request.player()));
        var page = request.page("clans in " + language);
        var read = clans.discovery().active(language, search(request, null), page);
        return Reply.ok(new Found(page.of(read), page.next(read, DiscoveryTable::byActivity)));
    }

    private String language(PlayerId player) {
        return clans.profiles()
                .find(player)
                .map(Profile::locale)
                .map(Words::languageOf)
                .orElse("en");
    }

    private static DiscoveryTable.Search search(Request request, @Nullable String language) {
        long level = request.query("level", -1, 0, ClanLimits.LEVEL);
        return new DiscoveryTable.Search(
                request.query("open").filter("true"::equals).isPresent(),
                request.query("country").map(Words::country).orElse(null),
                language,
                level < 0 ? null : level);
    }
}
