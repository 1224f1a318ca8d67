package games.drawbridge.functions.admin;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.books.Statements;
import games.drawbridge.functions.http.Request;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// A call about the statement of one month.
abstract class StatementCall extends AdminEndpoint {
    final Statements statements;

    StatementCall(Aws aws, boolean changes) {
        super(aws, Role.ADMIN, changes);
        statements = new Statements(aws);
    }

    @Override
    final @Nullable String subject(Request request) {
        return month(request).toString();
    }

    /// `2026-10`
    static YearMonth month(Request request) {
        return request.path("month", StatementCall::parsed);
    }

    static YearMonth parsed(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
