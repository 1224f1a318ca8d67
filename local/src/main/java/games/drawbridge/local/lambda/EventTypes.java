package games.drawbridge.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import games.drawbridge.local.inside.EventJson;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// How a handler's event and answer become JSON: by the types that its signature names.
record EventTypes(Function<InputStream, Object> event, BiConsumer<Object, OutputStream> answer) {

    @SuppressWarnings("unchecked") // what the methods of EventJson return
    static EventTypes of(Class<?> handler) {
        var named = new HashMap<Type, Type>();
        var types = find(handler, named);
        var loader = handler.getClassLoader();
        return new EventTypes(
                (Function<InputStream, Object>)
                        json("reader", named.getOrDefault(types[0], types[0]), loader),
                (BiConsumer<Object, OutputStream>)
                        json("writer", named.getOrDefault(types[1], types[1]), loader));
    }

    /// What stands between the angle brackets of `RequestHandler<…>`, wherever it is implemented.
    private static Type[] find(Type type, Map<Type, Type> named) {
        if (type instanceof ParameterizedType given) {
            var variables = ((Class<?>) given.getRawType()).getTypeParameters();
            for (int i = 0; i < variables.length; i++)
                put(named, variables[i], given.getActualTypeArguments()[i]);
            if (given.getRawType() == RequestHandler.class) return given.getActualTypeArguments();
        }
        var raw = raw(type);
        for (Type face : raw.getGenericInterfaces())
            if (RequestHandler.class.isAssignableFrom(raw(face))) return find(face, named);
        Type parent = raw.getGenericSuperclass();
        // A handler of streams has no types: it gets the JSON itself.
        return parent == null ? new Type[] {Object.class, Object.class} : find(parent, named);
    }

    private static void put(Map<Type, Type> named, TypeVariable<?> variable, Type given) {
        named.put(variable, named.getOrDefault(given, given));
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType given
                ? (Class<?>) given.getRawType()
                : (Class<?>) type;
    }

    /// The class loader's own [EventJson] does it.
    private static Object json(String method, Type type, ClassLoader loader) {
        try {
            var inside = loader.loadClass(EventJson.class.getName());
            return inside.getMethod(method, Type.class).invoke(null, type);
        } catch (ReflectiveOperationException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
