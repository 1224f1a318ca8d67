package games.drawbridge.local.services;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that is known of one secret. A value, as it is kept on disk.
///
/// @param versions by version id, oldest first
/// @param rotatedAt milliseconds since 1970; 0: never
public record SecretVersions(
        String name, String arn, Map<String, Version> versions, long rotatedAt) {
    static final String CURRENT = "AWSCURRENT";
    static final String PREVIOUS = "AWSPREVIOUS";
    static final String PENDING = "AWSPENDING";

    /// Versions that no stage points to are forgotten, oldest first, beyond this many.
    private static final int MOST_VERSIONS = 20;

    /// @param value absent in a rotation that has not come to it yet
    /// @param at milliseconds since 1970
    public record Version(@Nullable String value, List<String> stages, long at) {
        Version with(String stage) {
            var all = new ArrayList<>(without(stage).stages);
            all.add(stage);
            return new Version(value, all, at);
        }

        Version without(String stage) {
            return new Version(
                    value, stages.stream().filter(each -> !each.equals(stage)).toList(), at);
        }

        @Override
        public String toString() {
            return "Version" + stages;
        }
    }

    public SecretVersions {
        versions = new LinkedHashMap<>(versions);
    }

    static SecretVersions named(String name, String arn) {
        return new SecretVersions(name, arn, Map.of(), 0);
    }

    /// The id of the version at a stage.
    Optional<String> at(String stage) {
        return versions.entrySet().stream()
                .filter(each -> each.getValue().stages.contains(stage))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// The value that is in use, if there is one.
    @JsonIgnore
    public Optional<String> current() {
        return at(CURRENT).map(versions::get).map(Version::value);
    }

    SecretVersions with(String id, Version version) {
        var all = new LinkedHashMap<>(versions);
        all.put(id, version);
        all.entrySet()
                .removeIf(each ->
                        all.size() > MOST_VERSIONS
                                && !each.getKey().equals(id)
                                && each.getValue().stages.isEmpty());
        return new SecretVersions(name, arn, all, rotatedAt);
    }

    /// With the stage at that version and nowhere else. When a version stops being the current one,
    /// it is the previous one.
    SecretVersions move(String stage, String id) {
        var from = at(stage);
        var all = new LinkedHashMap<>(versions);
        all.replaceAll((_, version) -> version.without(stage));
        all.computeIfPresent(id, (_, version) -> version.with(stage));
        var moved = new SecretVersions(name, arn, all, rotatedAt);
        return stage.equals(CURRENT) && from.isPresent() && !from.get().equals(id)
                ? moved.move(PREVIOUS, from.get())
                : moved;
    }

    SecretVersions clear(String stage, String id) {
        var all = new LinkedHashMap<>(versions);
        all.computeIfPresent(id, (_, version) -> version.without(stage));
        return new SecretVersions(name, arn, all, rotatedAt);
    }

    SecretVersions rotated(long at) {
        return new SecretVersions(name, arn, versions, at);
    }
}
