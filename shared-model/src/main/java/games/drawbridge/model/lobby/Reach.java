package games.drawbridge.model.lobby;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// In which regions somebody can play now.
///
/// @param regions nothing: in all of them
record Reach(@Nullable Set<String> regions) {
    private static final Reach ANYWHERE = new Reach(null);

    /// Of a party that has waited so long: the region that it named, those that are near enough.
    static Reach of(Mode mode, Party party, long now) {
        var named = party.region().isEmpty() ? ANYWHERE : new Reach(Set.of(party.region()));
        if (mode.latency() == 0 || party.latency().isEmpty()) return named;
        long most = mode.near(party.waited(now));
        var near = new HashSet<String>();
        party.latency()
                .forEach((region, millis) -> {
                    if (millis <= most) near.add(region);
                });
        return named.and(new Reach(near));
    }

    /// Where both can play.
    Reach and(Reach other) {
        if (regions == null) return other;
        if (other.regions == null) return this;
        var both = new HashSet<>(regions);
        both.retainAll(other.regions);
        return new Reach(both);
    }

    /// Whether that region is one of them; empty: anywhere.
    boolean has(String region) {
        return region.isEmpty() ? !isNowhere() : regions == null || regions.contains(region);
    }

    boolean isNowhere() {
        return regions != null && regions.isEmpty();
    }

    /// The region that is best for whom it is worst; nothing where any will do.
    Optional<String> best(List<Party> parties) {
        if (regions == null) return Optional.empty();
        return regions.stream()
                .min(
                        Comparator.comparingInt((String region) -> worst(region, parties))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static int worst(String region, List<Party> parties) {
        return parties.stream()
                .mapToInt(party -> party.latency().getOrDefault(region, 0))
                .max()
                .orElse(0);
    }
}
