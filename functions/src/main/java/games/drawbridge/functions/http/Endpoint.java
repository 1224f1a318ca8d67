package games.drawbridge.functions.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Trouble;

/// One call of the API. Its [Route] stands on the class.
public abstract class Endpoint
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    /// @throws Problem when the request is turned away
    protected abstract Reply answer(Request request);

    @Override
    public final APIGatewayV2HTTPResponse handleRequest(
            APIGatewayV2HTTPEvent event, Context context) {
        return reply(event, context).event();
    }

    /// The edge: whatever flies out of an endpoint lands here and nowhere else.
    private Reply reply(APIGatewayV2HTTPEvent event, Context context) {
        try {
            return answer(new Request(event));
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
