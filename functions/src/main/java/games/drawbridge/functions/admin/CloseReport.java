package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.reports.ReportTable;
import org.jspecify.annotations.Nullable;

/// Notes that a report is dealt with; `reason` says how.
@Route(value = "POST /v1/admin/reports/{report}/close", rate = 20, burst = 40)
public final class CloseReport extends AdminEndpoint {
    private final ReportTable reports;

    public CloseReport(Environment environment) {
        this(new Aws(environment));
    }

    private CloseReport(Aws aws) {
        super(aws, Role.SUPPORT, true);
        reports = new ReportTable(aws);
    }

    @Override
    @Nullable String subject(Request request) {
        return id(request);
    }

    @Override
    Act act(Request request) {
        var closed =
                reports.close(id(request), request.player())
                        .orElseThrow(() -> Problem.notFound("no such report"));
        return Act.changed(Reply.ok(closed), null, closed.about());
    }

    private static String id(Request request) {
        return request.path("report", CloseReport::checked);
    }

    private static String checked(String id) {
        if (!id.matches("[0-9]{13}-[0-9a-f]{16}")) throw new IllegalArgumentException("no report");
        return id;
    }
}
