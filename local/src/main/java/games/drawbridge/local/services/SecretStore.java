package games.drawbridge.local.services;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Keeps the secrets in a file that only its owner may read.
final class SecretStore {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;
    private final Map<String, SecretVersions> secrets;

    /// @throws IOException when the file is there and can't be read
    SecretStore(Path file) throws IOException {
        this.file = file;
        this.secrets =
                Files.exists(file)
                        ? MAPPER.readValue(
                                file.toFile(),
                                new TypeReference<LinkedHashMap<String, SecretVersions>>() {})
                        : new LinkedHashMap<>();
    }

    synchronized Optional<SecretVersions> find(String arnOrName) {
        return secrets.values().stream()
                .filter(each -> each.arn().equals(arnOrName) || each.name().equals(arnOrName))
                .findFirst();
    }

    /// Changes one secret and writes all of them down before anybody hears of it.
    ///
    /// @throws IOException when they can't be written
    synchronized SecretVersions change(String name, UnaryOperator<SecretVersions> change)
            throws IOException {
        var secret = secrets.get(name);
        if (secret == null) throw new IllegalArgumentException("no secret " + name);
        return put(change.apply(secret));
    }

    synchronized SecretVersions put(SecretVersions secret) throws IOException {
        var all = new LinkedHashMap<>(secrets);
        all.put(secret.name(), secret);
        write(all);
        secrets.put(secret.name(), secret);
        return secret;
    }

    private void write(Map<String, SecretVersions> all) throws IOException {
        Files.createDirectories(file.getParent());
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        Files.createFile(
                next,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        MAPPER.writeValue(next.toFile(), all);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
