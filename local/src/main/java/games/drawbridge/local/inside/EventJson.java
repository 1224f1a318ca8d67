package games.drawbridge.local.inside;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Lambda's own way from JSON to a type and back. Its library remembers event classes by their
/// names, so each class loader of functions needs one of its own.
public final class EventJson {
    private EventJson() {}

    /// Makes an object of the type.
    public static Function<InputStream, Object> reader(Type type) {
        return serializer(type)::fromJson;
    }

    public static BiConsumer<Object, OutputStream> writer(Type type) {
        return serializer(type)::toJson;
    }

    @SuppressWarnings("unchecked") // as Lambda's own runtime does it
    private static PojoSerializer<Object> serializer(Type type) {
        if (type instanceof Class<?> known
                && LambdaEventSerializers.isLambdaSupportedEvent(known.getName()))
            return LambdaEventSerializers.serializerFor(
                    (Class<Object>) known, EventJson.class.getClassLoader());
        return JacksonFactory.getInstance().getSerializer(type);
    }
}
