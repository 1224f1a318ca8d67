package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.finance.Asking;
import java.time.InstantSource;

/// Asks for a month to be closed; asking again changes nothing: 202 `{month,state,manifest?}`.
@Route(value = "POST /v1/admin/statements/{month}", rate = 20, burst = 40)
public final class AskStatement extends StatementCall {
    private final InstantSource clock = InstantSource.system();

    public AskStatement() {
        this(Environment.system());
    }

    public AskStatement(Environment environment) {
        super(new Aws(environment), true);
    }

    @Override
    Act act(Request request) {
        var month = month(request);
        return switch (statements.ask(month, clock.instant())) {
            case Asking.TooEarly(var until) ->
                    throw new Problem(409, "too-early", month + " can be closed from " + until);
            case Asking.NotNext(var next) ->
                    throw new Problem(409, "not-next", "months close one by one: " + next);
            case Asking.Welcome _ -> {
                var told = ToldStatement.of(statements.find(month).orElseThrow());
                yield Act.changed(Reply.accepted(told), null, told.state());
            }
        };
    }
}
