package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;

/// How far a month's statement is, and what it comes to: `{month,state,manifest?}`.
@Route(value = "GET /v1/admin/statements/{month}", rate = 20, burst = 40)
public final class ShowStatement extends StatementCall {
    public ShowStatement() {
        this(Environment.system());
    }

    public ShowStatement(Environment environment) {
        super(new Aws(environment), false);
    }

    @Override
    Act act(Request request) {
        var month = month(request);
        return Act.read(
                ToldStatement.of(
                        statements
                                .find(month)
                                .orElseThrow(() -> Problem.notFound("nobody asked for " + month))));
    }
}
