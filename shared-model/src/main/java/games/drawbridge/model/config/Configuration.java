package games.drawbridge.model.config;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What operators have said at one version.
///
/// @param version 0 before anybody said anything
/// @param changes of those that hold for one key the last one counts
public record Configuration(long version, List<Change> changes) {
    /// Of one version: more would be a program.
    public static final int MOST = 200;

    public static final Configuration NONE = new Configuration(0, List.of());

    public Configuration {
        changes = List.copyOf(changes);
    }

    /// All values at a moment. What the title does not declare any more, or not in that form, is
    /// passed over.
    ///
    /// @param subject empty for the server itself
    public Map<String, Object> values(
            List<Setting> settings, Instant now, Optional<Segment.Subject> subject) {
        var values = new TreeMap<String, Object>();
        for (var setting : settings) values.put(setting.key(), setting.usual());
        for (var change : changes)
            if (change.holds(now, subject) && fault(settings, change).isEmpty())
                values.put(change.key(), change.value());
        return values;
    }

    /// What is wrong with these changes; empty when nothing is.
    public static List<String> faults(List<Setting> settings, List<Change> changes) {
        var faults = new ArrayList<String>();
        if (changes.size() > MOST) faults.add("changes are at most " + MOST);
        for (var change : changes) fault(settings, change).ifPresent(faults::add);
        return faults;
    }

    private static Optional<String> fault(List<Setting> settings, Change change) {
        var setting = settings.stream().filter(each -> each.key().equals(change.key())).findFirst();
        if (setting.isEmpty()) return Optional.of(change.key() + " is no setting of this title");
        return setting.get().fault(change.value()).map(why -> change.key() + " " + why);
    }

    /// When the values change by themselves, from a moment on; in order.
    public List<Instant> turns(Instant now) {
        var turns = new TreeSet<Instant>();
        for (var change : changes) {
            if (change.from() != null) turns.add(change.from());
            if (change.until() != null) turns.add(change.until());
        }
        return List.copyOf(turns.tailSet(now, false));
    }
}
