package games.drawbridge.local.services;

import games.drawbridge.local.template.Rotation;
import games.drawbridge.local.template.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The secrets that the template declares, with the versions and stages of Secrets Manager.
public final class Secrets {
    private final SecretStore store;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Map<String, Rotation> rotations = new ConcurrentHashMap<>();

    /// @throws IOException when the file is there and can't be read
    public Secrets(Path file, SecureRandom random, InstantSource clock) throws IOException {
        this.store = new SecretStore(file);
        this.random = random;
        this.clock = clock;
    }

    /// Makes what is not there yet, with its first value if the template says what that is.
    ///
    /// @param given values by the secrets' names in the template, which somebody typed in
    /// @throws IOException when it can't be written
    public void declare(List<Secret> secrets, List<Rotation> declared, Map<String, String> given)
            throws IOException {
        declared.forEach(each -> rotations.put(each.secret(), each));
        for (Secret secret : secrets) {
            if (store.find(secret.name()).isPresent()) continue;
            store.put(SecretVersions.named(secret.name(), secret.arn()));
            var value =
                    Optional.ofNullable(given.get(secret.id()))
                            .or(secret::value)
                            .or(() -> secret.generated().map(how -> MadeUp.value(how, random)));
            if (value.isPresent())
                put(secret.name(), newId(), value.get(), List.of(SecretVersions.CURRENT));
        }
    }

    /// The value in use.
    public Optional<String> current(String arnOrName) {
        return store.find(arnOrName).flatMap(SecretVersions::current);
    }

    /// When it was last rotated, if ever.
    public Optional<Instant> rotatedAt(String arn) {
        return store.find(arn)
                .map(SecretVersions::rotatedAt)
                .filter(at -> at > 0)
                .map(Instant::ofEpochMilli);
    }

    /// Begins a rotation: a version without a value yet, at the pending stage.
    ///
    /// @return the new version's id, which is the token of the rotation's four steps
    /// @throws IOException when it can't be written
    public String beginRotation(String arn) throws IOException {
        String id = newId();
        var pending = new SecretVersions.Version(null, List.of(), clock.millis());
        store.change(
                find(arn).name(),
                secret -> secret.with(id, pending).move(SecretVersions.PENDING, id));
        return id;
    }

    /// Ends a rotation: what was pending is current now, or is forgotten.
    ///
    /// @return whether it is current
    /// @throws IOException when it can't be written
    public boolean endRotation(String arn, String id) throws IOException {
        var secret =
                store.change(
                        find(arn).name(),
                        each -> each.clear(SecretVersions.PENDING, id).rotated(clock.millis()));
        return secret.at(SecretVersions.CURRENT).filter(id::equals).isPresent();
    }

    SecretVersions find(String arnOrName) {
        return store.find(arnOrName)
                .orElseThrow(() ->
                        new AwsFault(
                                400,
                                "ResourceNotFoundException",
                                "Secrets Manager can't find the specified secret."));
    }

    Optional<Rotation> rotation(String arn) {
        return Optional.ofNullable(rotations.get(arn));
    }

    void put(String arnOrName, String id, String value, List<String> stages) throws IOException {
        store.change(find(arnOrName).name(), secret -> put(secret, id, value, stages));
    }

    private SecretVersions put(
            SecretVersions secret, String id, String value, List<String> stages) {
        var known = secret.versions().get(id);
        if (known != null && known.value() != null && !known.value().equals(value))
            throw new AwsFault(
                    400,
                    "ResourceExistsException",
                    "The operation failed because the secret version already exists.");
        var old = known == null ? List.<String>of() : known.stages();
        var next = secret.with(id, new SecretVersions.Version(value, old, clock.millis()));
        for (String stage : stages) next = next.move(stage, id);
        // The first value is always in use, whatever stages were asked for.
        return next.at(SecretVersions.CURRENT).isEmpty() && !stages.contains(SecretVersions.PENDING)
                ? next.move(SecretVersions.CURRENT, id)
                : next;
    }

    void move(String arnOrName, String stage, Optional<String> from, Optional<String> to)
            throws IOException {
        var secret = find(arnOrName);
        var holder = secret.at(stage);
        if (holder.isPresent() && !holder.equals(from) && !holder.equals(to))
            throw new AwsFault(
                    400,
                    "InvalidParameterException",
                    "The parameter RemoveFromVersionId must be the version that holds " + stage);
        store.change(
                secret.name(),
                each ->
                        to.map(id -> each.move(stage, id))
                                .orElseGet(() -> each.clear(stage, from.orElse(""))));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
