package games.drawbridge.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;

/// How a handler's event and answer become JSON: by the types that its signature names.
record EventTypes(PojoSerializer<Object> event, PojoSerializer<Object> answer) {

    static EventTypes of(Class<?> handler) {
        var named = new HashMap<Type, Type>();
        var types = find(handler, named);
        return new EventTypes(
                serializer(named.getOrDefault(types[0], types[0]), handler.getClassLoader()),
                serializer(named.getOrDefault(types[1], types[1]), handler.getClassLoader()));
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

    @SuppressWarnings("unchecked") // as Lambda's own runtime does it
    private static PojoSerializer<Object> serializer(Type type, ClassLoader loader) {
        if (type instanceof Class<?> known
                && LambdaEventSerializers.isLambdaSupportedEvent(known.getName()))
            return LambdaEventSerializers.serializerFor((Class<Object>) known, loader);
        return JacksonFactory.getInstance().getSerializer(type);
    }
}
