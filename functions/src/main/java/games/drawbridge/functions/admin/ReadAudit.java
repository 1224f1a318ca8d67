package games.drawbridge.functions.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The audit log, newest first: of a day (`?day=2026-11-21`, else today), or about somebody
/// (`?subject=`).
@Route(value = "GET /v1/admin/audit", rate = 20, burst = 40)
public final class ReadAudit extends AdminEndpoint {
    private final InstantSource clock = InstantSource.system();
    private final AuditTable audit;

    public ReadAudit() {
        this(Environment.system());
    }

    public ReadAudit(Environment environment) {
        this(new Aws(environment));
    }

    private ReadAudit(Aws aws) {
        super(aws, Role.ADMIN, false);
        audit = new AuditTable(aws);
    }

    @Override
    @Nullable String subject(Request request) {
        return request.query("subject").orElse(null);
    }

    @Override
    Act act(Request request) {
        var subject = request.query("subject");
        String list = "audit " + subject.orElse("") + request.query("day").orElse("");
        var page = request.page(list);
        var read =
                subject.isPresent()
                        ? audit.about(subject.get(), page)
                        : audit.of(day(request), page);
        return Act.read(new Listing(page.of(read), page.next(read, AuditTable::position)));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Listing(List<AuditEntry> entries, @Nullable String next) {}

    private LocalDate day(Request request) {
        var text = request.query("day");
        if (text.isEmpty()) return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try {
            return LocalDate.parse(text.get());
        } catch (DateTimeParseException _) {
            throw Problem.badInput("day must be as in 2026-11-21");
        }
    }
}
