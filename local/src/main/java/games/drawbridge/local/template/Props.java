package games.drawbridge.local.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The properties of one declaration, read one by one. Whatever nobody asked for is a fault: it
/// would be promised by the template and not done here.
public final class Props {
    private final String where;
    private final Map<String, Object> values;
    private final Set<String> read = new HashSet<>();
    private final Map<String, Props> inner = new HashMap<>();
    private final List<Props> listed = new ArrayList<>();

    public Props(String where, Map<String, Object> values) {
        this.where = where;
        this.values = values;
    }

    public String where() {
        return where;
    }

    public String where(String name) {
        return where + "." + name;
    }

    private @Nullable Object value(String name) {
        read.add(name);
        return values.get(name);
    }

    public boolean has(String name) {
        return values.get(name) != null;
    }

    /// Names of what is there, in the template's order.
    public Set<String> names() {
        return values.keySet();
    }

    public Optional<String> maybe(String name) {
        return Optional.ofNullable(value(name)).map(value -> Values.text(where(name), value));
    }

    /// @throws TemplateFault when it is not there
    public String text(String name) {
        return maybe(name).orElseThrow(() -> new TemplateFault(where, name + " is missing"));
    }

    /// @throws TemplateFault when it is no whole number in that range
    public int whole(String name, int otherwise, int least, int most) {
        if (!has(name)) return otherwise;
        try {
            int whole = Integer.parseInt(text(name));
            if (whole >= least && whole <= most) return whole;
        } catch (NumberFormatException _) {
            // the same sentence for both
        }
        throw new TemplateFault(
                where(name), "must be a whole number from " + least + " to " + most);
    }

    public boolean flag(String name, boolean otherwise) {
        return maybe(name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /// A single value counts as a list of one.
    public List<?> list(String name) {
        return Values.list(value(name));
    }

    public List<String> texts(String name) {
        return list(name).stream().map(each -> Values.text(where(name), each)).toList();
    }

    /// Properties inside this one; empty when they are not there.
    public Props in(String name) {
        return inner.computeIfAbsent(
                name,
                _ ->
                        new Props(
                                where(name),
                                has(name) ? Values.map(where(name), value(name)) : Map.of()));
    }

    /// The maps of a list.
    public List<Props> all(String name) {
        var all =
                list(name).stream()
                        .map(each -> new Props(where(name), Values.map(where(name), each)))
                        .toList();
        listed.addAll(all);
        return all;
    }

    /// Names and texts.
    public Map<String, String> table(String name) {
        var inside = in(name);
        var table = new LinkedHashMap<String, String>();
        for (String each : inside.names()) table.put(each, inside.text(each));
        return table;
    }

    /// What may stand there without any effect that a program could see.
    public void ignore(String... names) {
        read.addAll(List.of(names));
    }

    /// Only this value can be run.
    ///
    /// @throws TemplateFault when another one stands there
    public void only(String name, String supported) {
        var given = maybe(name);
        if (given.isPresent() && !given.get().equals(supported))
            throw new TemplateFault(where(name), "only " + supported + " runs locally");
    }

    /// @throws TemplateFault naming the first property that nobody read
    public void done() {
        for (String name : values.keySet())
            if (!read.contains(name))
                throw new TemplateFault(where(name), "this property does not run locally");
        inner.values().forEach(Props::done);
        listed.forEach(Props::done);
    }
}
