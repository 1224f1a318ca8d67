package games.drawbridge.functions.meta;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Secret;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;

/// The secrets of this game's app at Meta, as Secrets Manager has them.
public final class MetaSecrets implements Supplier<AppSecrets> {
    /// The local world's, which everybody knows.
    private static final String LOCAL = "0123456789abcdef0123456789abcdef";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    private final Secret<AppSecrets> secrets;

    public MetaSecrets(Aws aws, InstantSource clock) {
        var origin = URI.create(aws.environment().get("ORIGIN"));
        boolean local = LOOPBACK.contains(String.valueOf(origin.getHost()));
        secrets = new Secret<>(aws, "FACEBOOK_APP_SECRET", clock, text -> parse(text, local));
    }

    /// @throws IllegalStateException when anybody could sign
    static AppSecrets parse(String text, boolean local) {
        if (!local && text.contains(LOCAL))
            throw new IllegalStateException("the app's secret is the local world's");
        return AppSecrets.parse(text);
    }

    @Override
    public AppSecrets get() {
        return secrets.get();
    }

    @Override
    public String toString() {
        return "secrets";
    }
}
