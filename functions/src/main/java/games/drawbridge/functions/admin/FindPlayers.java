package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.email.AddressTable;
import games.drawbridge.functions.email.EmailAddress;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.login.Identity;
import games.drawbridge.functions.login.IdentityTable;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.player.PlayerId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Players by id, by name, by an identity, or by an e-mail address that they have given, be it when
/// they paid: `?id=`, `?name=`, `?identity=facebook:218471`, `?email=`.
@Route(value = "GET /v1/admin/players", rate = 50, burst = 100)
public final class FindPlayers extends AdminEndpoint {
    private final ProfileTable profiles;
    private final IdentityTable identities;
    private final AddressTable addresses;

    public FindPlayers() {
        this(Environment.system());
    }

    public FindPlayers(Environment environment) {
        this(new Aws(environment));
    }

    private FindPlayers(Aws aws) {
        super(aws, Role.SUPPORT, false);
        profiles = new ProfileTable(aws);
        identities = new IdentityTable(aws);
        addresses = new AddressTable(aws);
    }

    @Override
    @Nullable String subject(Request request) {
        return request.query("id")
                .or(() -> request.query("identity"))
                .or(() -> request.query("name"))
                .or(() -> request.query("email").map(FindPlayers::unread))
                .orElse(null);
    }

    @Override
    Act act(Request request) {
        return Act.read(
                Map.of(
                        "players",
                        found(request).stream()
                                .flatMap(id -> profiles.find(id).stream())
                                .toList()));
    }

    /// What was looked for is kept for ever, so an address stands there by its hash.
    private static String unread(String email) {
        return "email:" + EmailAddress.parse(email).map(EmailAddress::hash).orElse("none");
    }

    private List<PlayerId> found(Request request) {
        var email = request.query("email");
        if (email.isPresent())
            return EmailAddress.parse(wanted(email.get())).map(addresses::owners).orElse(List.of());
        var name = request.query("name");
        if (name.isPresent()) return profiles.named(wanted(name.get()), AdminLimits.FOUND);
        var identity = request.query("identity");
        if (identity.isPresent())
            return identities.player(identity(identity.get())).stream().toList();
        return request.query("id").flatMap(FindPlayers::id).stream().toList();
    }

    private static Identity identity(String text) {
        String[] parts = wanted(text).split("[:#]", 2);
        if (parts.length < 2) throw Problem.badInput("identity must be PROVIDER:KEY");
        return parts[0].equals("device")
                ? Identity.guest(parts[1])
                : new Identity(parts[0], parts[1]);
    }

    private static Optional<PlayerId> id(String text) {
        try {
            return Optional.of(new PlayerId(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String wanted(String text) {
        if (text.length() > AdminLimits.WANTED) throw Problem.badInput("that is too long");
        return text;
    }
}
