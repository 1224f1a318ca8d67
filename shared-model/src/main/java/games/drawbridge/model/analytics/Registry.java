package games.drawbridge.model.analytics;

import games.drawbridge.model.finance.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All events of a title. They share one table: first what every event has, then each field that
/// any of them has, so a field means and holds the same wherever it is.
///
/// @param columns of every event
public record Registry(List<Property> columns, List<Schema> events) {

    /// @throws IllegalArgumentException when it contradicts itself
    public Registry {
        columns = List.copyOf(columns);
        events = List.copyOf(events);
        var names = new HashSet<String>();
        for (var event : events)
            if (!names.add(event.name()))
                throw new IllegalArgumentException("two events " + event.name());
        var table = new LinkedHashMap<String, Property>();
        for (var column : columns) table.put(column.name(), column);
        for (var event : events)
            for (var field : event.fields()) {
                var other = table.putIfAbsent(field.name(), field);
                if (other == null) continue;
                if (columns.contains(other))
                    throw new IllegalArgumentException(
                            event.name() + "." + field.name() + ": every event has one");
                if (other.type() != field.type())
                    throw new IllegalArgumentException(
                            "%s.%s is %s, and elsewhere %s"
                                    .formatted(
                                            event.name(),
                                            field.name(),
                                            field.type(),
                                            other.type()));
            }
    }

    public Optional<Schema> find(String event) {
        return events.stream().filter(each -> each.name().equals(event)).findFirst();
    }

    /// The table's columns. One that is added to an event comes into a table that is there already
    /// by its name, so their order is of no account.
    public List<Field> table() {
        var table = new LinkedHashMap<String, Field>();
        for (var column : columns) table.put(column.name(), column.column());
        for (var event : events)
            for (var field : event.fields()) table.putIfAbsent(field.name(), field.column());
        return List.copyOf(table.values());
    }

    /// What of an earlier registry is not here any more. Whoever queries years of events needs
    /// everything that there ever was; new events and new fields harm nobody.
    ///
    /// @return nothing when all is well
    public List<String> lost(Registry earlier) {
        var lost = new ArrayList<String>();
        compare("every event", earlier.columns, columns, lost);
        for (var before : earlier.events) {
            var now = find(before.name());
            if (now.isEmpty()) lost.add("no event " + before.name() + " any more");
            else if (now.get().from() != before.from())
                lost.add(before.name() + " is told by another side");
            else compare(before.name(), before.fields(), now.get().fields(), lost);
        }
        return lost;
    }

    private static void compare(
            String where, List<Property> earlier, List<Property> now, List<String> lost) {
        Map<String, Property> fields = new LinkedHashMap<>();
        for (var field : now) fields.put(field.name(), field);
        for (var before : earlier) {
            var after = fields.get(before.name());
            if (after == null) lost.add(where + " has no " + before.name() + " any more");
            else if (after.type() != before.type() || after.since() != before.since())
                lost.add(where + "." + before.name() + " is another one now");
        }
    }
}
