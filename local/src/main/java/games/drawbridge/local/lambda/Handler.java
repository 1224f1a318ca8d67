package games.drawbridge.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/// A function's class, ready to be made and called. Events and answers go through Lambda's own
/// serialization, so that its faults show here too.
final class Handler {
    private final Maker maker;
    private final EventTypes types;
    private final Map<String, String> environment;

    /// @param environment all variables that the function is given
    Handler(Class<?> type, Map<String, String> environment) {
        this.maker = Maker.of(type);
        this.types = EventTypes.of(type);
        this.environment = environment;
    }

    /// One object of the class, which may refuse to be made.
    Object make() throws Exception {
        return maker.make(environment);
    }

    /// @return the answer as JSON
    byte[] call(Object instance, byte[] event, Context context) throws Exception {
        var out = new ByteArrayOutputStream();
        switch (instance) {
            case RequestStreamHandler handler ->
                    handler.handleRequest(new ByteArrayInputStream(event), out, context);
            case RequestHandler<?, ?> handler -> answer(handler, event, context, out);
            default -> throw new IllegalStateException(instance.getClass() + " is no handler");
        }
        return out.toByteArray();
    }

    @SuppressWarnings("unchecked") // the serializer makes what the handler's own signature names
    private void answer(
            RequestHandler<?, ?> handler, byte[] event, Context context, ByteArrayOutputStream out)
            throws IOException {
        Object given = types.event().apply(new ByteArrayInputStream(event));
        Object answer = ((RequestHandler<Object, Object>) handler).handleRequest(given, context);
        if (answer == null) out.write("null".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        else types.answer().accept(answer, out);
    }
}
