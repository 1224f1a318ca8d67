package games.drawbridge.functions.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.sun.management.ThreadMXBean;
import games.drawbridge.functions.testkit.TestContext;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;

/// A program that is one instance of a function: it makes the handler and gives it events as
/// Lambda's own runtime does. An event is a line of its input; of each it prints a line with what
/// it took and the answer.
public final class Instance {
    private static final byte[] NOTHING = "null".getBytes(UTF_8);

    /// Reads an event and writes its answer.
    private interface Handler {
        void handle(byte[] event, ByteArrayOutputStream answer) throws IOException;
    }

    private Instance() {}

    /// @param arguments the handler's class
    public static void main(String[] arguments) throws Exception {
        // what a framework prints is no answer
        var out = System.out;
        System.setOut(System.err);
        long begun = System.nanoTime();
        var handler = make(arguments[0]);
        long made = System.nanoTime() - begun;
        var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        // the first one is about time: whatever only counts is loaded after it
        print(out, made, answer(handler, in.readLine().getBytes(UTF_8)));
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (String event = in.readLine(); event != null; event = in.readLine()) {
            byte[] bytes = event.getBytes(UTF_8);
            long before = threads.getTotalThreadAllocatedBytes();
            byte[] answer = answer(handler, bytes);
            print(out, threads.getTotalThreadAllocatedBytes() - before, answer);
        }
        System.exit(0);
    }

    private static void print(PrintStream out, long figure, byte[] answer) {
        out.println(figure + " " + new String(answer, UTF_8).replace('\n', ' '));
    }

    private static byte[] answer(Handler handler, byte[] event) throws IOException {
        var answer = new ByteArrayOutputStream();
        handler.handle(event, answer);
        return answer.toByteArray();
    }

    @SuppressWarnings("unchecked") // all that answer requests take this event
    private static Handler make(String name) throws Exception {
        var made = Class.forName(name).getConstructor().newInstance();
        var context = new TestContext("function");
        if (made instanceof RequestStreamHandler streams)
            return (event, answer) ->
                    streams.handleRequest(new ByteArrayInputStream(event), answer, context);
        var handler = (RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>) made;
        var events = events();
        var answers = JacksonFactory.getInstance().getSerializer(APIGatewayV2HTTPResponse.class);
        return (event, answer) -> {
            var given = events.fromJson(new ByteArrayInputStream(event));
            var response = handler.handleRequest(given, context);
            if (response == null) answer.write(NOTHING);
            else answers.toJson(response, answer);
        };
    }

    static PojoSerializer<APIGatewayV2HTTPEvent> events() {
        return LambdaEventSerializers.serializerFor(
                APIGatewayV2HTTPEvent.class, Instance.class.getClassLoader());
    }
}
