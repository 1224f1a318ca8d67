package games.drawbridge.functions.template;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;
import games.drawbridge.functions.http.Endpoint;
import java.util.List;
import java.util.TreeSet;

/// The classes behind a handler's name.
final class Handlers {
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
            var calls =
                    (Calls)
                            type.getConstructor(Environment.class)
                                    .newInstance(Functions.recording(new TreeSet<>()));
            return calls.endpoints().stream().<Class<?>>map(Object::getClass).toList();
        } catch (ReflectiveOperationException _) {
            return List.of();
        }
    }
}
