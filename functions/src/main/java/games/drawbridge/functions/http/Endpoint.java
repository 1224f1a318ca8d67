package games.drawbridge.functions.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Trouble;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.trace.Trace;
import java.util.LinkedHashMap;

/// One call of the API. Its [Route] stands on the class.
public abstract class Endpoint
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    /// @throws Problem when the request is turned away
    protected abstract Reply answer(Request request);

    @Override
    public final APIGatewayV2HTTPResponse handleRequest(
            APIGatewayV2HTTPEvent event, Context context) {
        var request = new Request(event);
        var reply = reply(event, request, context);
        if (isTraced())
            request.trace().ifPresent(trace -> log(context, event.getRouteKey(), trace, reply));
        return reply.event();
    }

    /// Whether its calls stand in the log by their traces. Any proxy may give any call one, and
    /// each line costs.
    protected boolean isTraced() {
        return false;
    }

    /// By the trace's id a call is found among all lines, of which no other has it.
    private static void log(Context context, String route, Trace trace, Reply reply) {
        var line = new LinkedHashMap<String, Object>();
        line.put("level", "info");
        line.put("request", context.getAwsRequestId());
        line.put("route", route);
        line.put("status", reply.status());
        line.put("trace", trace.id());
        context.getLogger().log(JsonText.write(line) + "\n");
    }

    /// The edge: whatever flies out of an endpoint lands here and nowhere else.
    private Reply reply(APIGatewayV2HTTPEvent event, Request request, Context context) {
        try {
            return answer(request);
        } catch (Problem problem) {
            if (problem.getCause() != null) Fault.log(context, event.getRouteKey(), problem);
            problem.count().ifPresent(count -> count.log(context));
            return problem.reply();
        } catch (Attempts.Exhausted _) {
            return Problem.unavailable("busy", "try again in a moment").reply();
        } catch (RuntimeException fault) {
            Fault.log(context, event.getRouteKey(), fault);
            return problem(fault, context).reply();
        }
    }

    private static Problem problem(RuntimeException fault, Context context) {
        return Trouble.passes(fault)
                ? Problem.unavailable("busy", "try again in a moment")
                : new Problem(500, "internal", "request " + context.getAwsRequestId());
    }
}
