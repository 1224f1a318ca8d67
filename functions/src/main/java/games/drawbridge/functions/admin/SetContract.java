package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.books.ContractTable;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.finance.Contract;
import java.time.InstantSource;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Says what an affiliate gets of the sales of a month and those after it: `{share, minimum,
/// reason}`.
@Route(value = "PUT /v1/admin/affiliates/{affiliate}/contracts/{month}", rate = 20, burst = 40)
public final class SetContract extends AdminEndpoint {
    private final InstantSource clock = InstantSource.system();
    private final ContractTable contracts;

    public SetContract() {
        this(Environment.system());
    }

    public SetContract(Environment environment) {
        this(new Aws(environment));
    }

    private SetContract(Aws aws) {
        super(aws, Role.ADMIN, true);
        contracts = new ContractTable(aws);
    }

    static String affiliate(Request request) {
        return request.path(
                "affiliate",
                text -> {
                    if (!Contract.isAffiliate(text))
                        throw new IllegalArgumentException("not an affiliate");
                    return text;
                });
    }

    private static YearMonth month(Request request) {
        return request.path("month", StatementCall::parsed);
    }

    @Override
    @Nullable String subject(Request request) {
        return affiliate(request);
    }

    @Override
    Act act(Request request) {
        var body = request.body().fields();
        var next =
                new Contract(
                        affiliate(request),
                        month(request),
                        (int) body.whole("share", 0, Contract.WHOLE),
                        body.whole("minimum", 0, AdminLimits.MINIMUM));
        var before =
                contracts.all().stream()
                        .filter(it -> it.affiliate().equals(next.affiliate()))
                        .filter(it -> it.from().equals(next.from()))
                        .map(Told::of)
                        .findFirst()
                        .orElse(null);
        contracts.add(next, clock.instant());
        return Act.changed(Reply.ok(Told.of(next)), before, Told.of(next));
    }

    /// Jackson knows no months.
    private record Told(String affiliate, String from, int share, long minimum) {
        static Told of(Contract it) {
            return new Told(it.affiliate(), it.from().toString(), it.share(), it.minimum());
        }
    }
}
