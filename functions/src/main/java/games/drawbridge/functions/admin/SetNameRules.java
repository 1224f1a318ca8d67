package games.drawbridge.functions.admin;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.players.NameRules;
import games.drawbridge.functions.players.NameRulesTable;
import org.jspecify.annotations.Nullable;

/// Says what may be a name: `{unique, blocked, reason}`.
@Route(value = "PUT /v1/admin/names", rate = 20, burst = 40)
final class SetNameRules extends AdminEndpoint {
    private final NameRulesTable rules;

    SetNameRules(Aws aws) {
        super(aws, Role.ADMIN, true);
        rules = new NameRulesTable(aws);
    }

    @Override
    @Nullable String subject(Request request) {
        return "names";
    }

    @Override
    Act act(Request request) {
        var body = request.body().fields();
        var next =
                new NameRules(
                        body.flag("unique"),
                        body.texts("blocked", AdminLimits.BLOCKED, AdminLimits.WORD));
        var before = rules.read();
        rules.write(next);
        return Act.changed(Reply.ok(next), before, next);
    }
}
