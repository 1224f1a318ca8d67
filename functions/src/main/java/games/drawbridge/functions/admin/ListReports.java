package games.drawbridge.functions.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.reports.Report;
import games.drawbridge.functions.reports.ReportTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What players report, newest first: what is open, or `?state=closed`.
@Route(value = "GET /v1/admin/reports", rate = 20, burst = 40)
public final class ListReports extends AdminEndpoint {
    private final ReportTable reports;

    public ListReports(Environment environment) {
        this(new Aws(environment));
    }

    private ListReports(Aws aws) {
        super(aws, Role.SUPPORT, false);
        reports = new ReportTable(aws);
    }

    @Override
    @Nullable String subject(Request request) {
        return null;
    }

    @Override
    Act act(Request request) {
        boolean open =
                switch (request.query("state").orElse("open")) {
                    case "open" -> true;
                    case "closed" -> false;
                    default -> throw Problem.badInput("state must be open or closed");
                };
        var page = request.page("reports " + open);
        var read = reports.newest(open, page);
        return Act.read(new Listing(page.of(read), page.next(read, Report::id)));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Listing(List<Report> reports, @Nullable String next) {}
}
