package games.drawbridge.functions.books;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.finance.MovementTable;
import games.drawbridge.functions.http.Fault;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.finance.Column;
import games.drawbridge.model.finance.Difference;
import games.drawbridge.model.finance.Field;
import games.drawbridge.model.finance.ProviderName;
import games.drawbridge.model.finance.Reconciliation;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every day holds the providers' reports that have come against the rows of their day, writes down
/// what differs, and counts it for the alarm. A day is done once; a report that is not there yet is
/// looked for again for two weeks.
public final class Reconcile implements RequestHandler<ScheduledEvent, @Nullable Void> {
    private static final List<Field> FIELDS =
            List.of(
                    new Field("difference", Column.Type.TEXT),
                    new Field("payment", Column.Type.TEXT),
                    new Field("kind", Column.Type.TEXT),
                    new Field("currency", Column.Type.TEXT),
                    new Field("exponent", Column.Type.WHOLE),
                    new Field("ours", Column.Type.WHOLE),
                    new Field("theirs", Column.Type.WHOLE));

    private final InstantSource clock;
    private final MovementTable movements;
    private final BookStore store;
    private final String stack;

    public Reconcile() {
        this(Environment.system());
    }

    public Reconcile(Environment environment) {
        this(environment, InstantSource.system());
    }

    Reconcile(Environment environment, InstantSource clock) {
        var aws = new Aws(environment);
        this.clock = clock;
        movements = new MovementTable(aws);
        store = new BookStore(aws);
        stack = environment.get("STACK");
    }

    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        Instant now = clock.instant();
        for (var provider : ProviderName.values())
            for (int ago = BookLimits.SETTLED; ago <= BookLimits.LATEST; ago++) {
                var day = provider.day(now).minusDays(ago);
                try {
                    reconcile(provider, day, now)
                            .ifPresent(open -> context.getLogger().log(metric(provider, open)));
                } catch (IOException | RuntimeException fault) {
                    Fault.log(context, provider.word() + " " + day, fault);
                }
            }
        return null;
    }

    /// How many differences are open; empty where there is no report, or it was held already.
    private Optional<Long> reconcile(ProviderName provider, LocalDate day, Instant now)
            throws IOException {
        String name = provider.word() + "/" + day;
        if (store.find("reconciled/" + name + ".csv").isPresent()) return Optional.empty();
        var report = store.find(file(provider, name));
        if (report.isEmpty()) return Optional.empty();
        var reconciliation = new Reconciliation(now);
        if (provider == ProviderName.STRIPE)
            StripeReport.read(report.get(), day).forEach(reconciliation::theirs);
        else facebook(report.get(), provider, day, reconciliation);
        movements.on(provider, day).forEach(reconciliation::ours);
        var differences = reconciliation.differences();
        try (var scratch = Scratch.open();
                var draft = new Draft(scratch.folder(), day.toString(), FIELDS)) {
            for (var each : differences) draft.add(cells(each));
            for (var file : draft.written())
                store.put("reconciled/" + provider.word() + "/" + file.name(), file);
        }
        return Optional.of(differences.stream().filter(it -> it.kind().open()).count());
    }

    private static String file(ProviderName provider, String name) {
        return "reports/" + name + (provider == ProviderName.STRIPE ? ".csv" : ".zip");
    }

    /// The digest is in the same zip, or in one beside it, or nobody fetched it.
    private void facebook(
            byte[] zip, ProviderName provider, LocalDate day, Reconciliation reconciliation)
            throws IOException {
        var report = FacebookReport.read(zip);
        report.payments(provider, day).forEach(reconciliation::theirs);
        var beside = store.find(file(provider, provider.word() + "/" + day + "-digest"));
        if (beside.isPresent())
            FacebookReport.read(beside.get()).sums(provider).forEach(reconciliation::digest);
        else if (report.hasSums()) report.sums(provider).forEach(reconciliation::digest);
    }

    private static List<@Nullable Object> cells(Difference it) {
        return Arrays.asList(
                it.kind().name(),
                it.payment(),
                it.what().word(),
                it.currency().code(),
                (long) it.exponent(),
                it.ours(),
                it.theirs());
    }

    /// A line from which CloudWatch makes the metric `OpenDifferences`, and that says of which
    /// provider.
    private String metric(ProviderName provider, long open) {
        var metrics =
                Map.of(
                        "Namespace", stack,
                        "Dimensions", List.of(List.of()),
                        "Metrics", List.of(Map.of("Name", "OpenDifferences", "Unit", "Count")));
        var line =
                Map.of(
                        "_aws",
                        Map.of(
                                "Timestamp",
                                clock.instant().toEpochMilli(),
                                "CloudWatchMetrics",
                                List.of(metrics)),
                        "Provider",
                        provider.word(),
                        "OpenDifferences",
                        open);
        return JsonText.write(line) + "\n";
    }
}
