package games.drawbridge.functions.aws;

import games.drawbridge.functions.Cached;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

/// One secret of Secrets Manager, read when first needed and again every few minutes.
public final class Secret<T> implements Supplier<T> {
    /// How long a function goes on with a value after a rotation.
    public static final Duration AGE = Duration.ofMinutes(5);

    private final Cached<T> value;

    /// @param name of the variable that holds the secret's ARN
    public Secret(Aws aws, String name, InstantSource clock, Function<String, T> parse) {
        var client = aws.secretsManager();
        String id = aws.environment().get(name);
        value =
                new Cached<>(
                        AGE,
                        clock,
                        () ->
                                parse.apply(
                                        client.getSecretValue(get -> get.secretId(id))
                                                .secretString()));
    }

    @Override
    public T get() {
        return value.get();
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
