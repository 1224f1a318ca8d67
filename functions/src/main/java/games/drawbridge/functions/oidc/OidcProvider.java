package games.drawbridge.functions.oidc;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A provider as the title configures it: one line, `NAME ISSUER CLIENTS [ISSUERS]`. Lists are
/// separated by commas, lines by semicolons.
///
/// @param name as in `/v1/login/oidc/google`
/// @param issuer below which the discovery document is
/// @param audiences our client ids there, one for each platform
/// @param issuers what tokens may call the issuer
public record OidcProvider(String name, URI issuer, Set<String> audiences, Set<String> issuers) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Set<String> TAKEN = Set.of("guest", "facebook", "instant", "oidc");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    /// @throws IllegalArgumentException when it is no provider that could be trusted
    public OidcProvider {
        if (!NAME.matcher(name).matches() || TAKEN.contains(name))
            throw new IllegalArgumentException("no name for a provider: " + name);
        if (!isTrusted(issuer)) throw new IllegalArgumentException(name + ": no https issuer");
        audiences = Set.copyOf(audiences);
        issuers = Set.copyOf(issuers);
    }

    /// All that are configured; none for an empty text.
    ///
    /// @throws IllegalArgumentException when a line is of another form
    public static List<OidcProvider> parse(String text) {
        return Arrays.stream(text.split(";", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(OidcProvider::line)
                .toList();
    }

    private static OidcProvider line(String line) {
        String[] words = line.split("\\s+", -1);
        if (words.length < 3 || words.length > 4)
            throw new IllegalArgumentException("not NAME ISSUER CLIENTS [ISSUERS]: " + line);
        var issuers = Stream.of(words[1]);
        if (words.length == 4)
            issuers = Stream.concat(issuers, Arrays.stream(words[3].split(",", -1)));
        return new OidcProvider(
                words[0],
                URI.create(words[1]),
                Set.of(words[2].split(",", -1)),
                issuers.collect(Collectors.toSet()));
    }

    URI discovery() {
        String base = issuer.toString().replaceFirst("/$", "");
        return URI.create(base + "/.well-known/openid-configuration");
    }

    /// Only what came over TLS is the issuer's word, or what never left this machine.
    static boolean isTrusted(URI uri) {
        return "https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
    }
}
