package games.drawbridge.functions.template;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;
import games.drawbridge.functions.http.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The classes behind a handler's name.
final class Handlers {
    private record Made(Set<String> read, List<Class<?>> endpoints) {}

    private static final Map<Class<?>, Made> MADE = new ConcurrentHashMap<>();

    private Handlers() {}

    static boolean exists(String handler) {
        try {
            Class.forName(handler);
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }

    /// The calls that it answers: itself, or those it is made of; none where it is no such class,
    /// which is found elsewhere.
    static List<Class<?>> endpoints(String handler) {
        try {
            var type = Class.forName(handler);
            if (Endpoint.class.isAssignableFrom(type)) return List.of(type);
            if (!Calls.class.isAssignableFrom(type)) return List.of();
            return made(type).endpoints();
        } catch (ReflectiveOperationException _) {
            return List.of();
        }
    }

    /// The variables that its constructor asks for.
    static Set<String> read(Class<?> type) throws ReflectiveOperationException {
        return made(type).read();
    }

    /// Each is made once: what it reads and answers depends on no template.
    private static Made made(Class<?> type) throws ReflectiveOperationException {
        var known = MADE.get(type);
        if (known != null) return known;
        var read = new TreeSet<String>();
        var handler = type.getConstructor(Environment.class).newInstance(Functions.recording(read));
        List<Class<?>> endpoints =
                handler instanceof Calls calls
                        ? calls.endpoints().stream().<Class<?>>map(Object::getClass).toList()
                        : List.of();
        var made = new Made(read, endpoints);
        MADE.put(type, made);
        return made;
    }
}
