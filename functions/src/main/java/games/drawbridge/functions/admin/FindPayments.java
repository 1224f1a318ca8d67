package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.payments.PaymentDesk;
import games.drawbridge.functions.payments.PaymentStory;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Payments with their whole story, by any id that they go by: `?id=`, or a player's newest:
/// `?player=`.
@Route(value = "GET /v1/admin/payments", rate = 50, burst = 100)
public final class FindPayments extends AdminEndpoint {
    private final PaymentDesk desk;

    public FindPayments() {
        this(Environment.system());
    }

    public FindPayments(Environment environment) {
        this(new Aws(environment));
    }

    private FindPayments(Aws aws) {
        super(aws, Role.SUPPORT, false);
        desk = new PaymentDesk(aws, InstantSource.system());
    }

    @Override
    @Nullable String subject(Request request) {
        return request.query("id").or(() -> request.query("player")).orElse(null);
    }

    @Override
    Act act(Request request) {
        return Act.read(Map.of("payments", found(request)));
    }

    private List<PaymentStory> found(Request request) {
        var id = request.query("id");
        if (id.isPresent()) {
            if (id.get().length() > AdminLimits.WANTED) throw Problem.badInput("id is too long");
            return desk.find(id.get()).stream().toList();
        }
        try {
            return request.query("player")
                    .map(PlayerId::new)
                    .map(player -> desk.of(player, AdminLimits.FOUND))
                    .orElseThrow(() -> Problem.badInput("id or player must be given"));
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }
}
