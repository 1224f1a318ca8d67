package games.drawbridge.statement;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.Api;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./drawbridge statement`: closes a month of the local world's books and shows what it comes to.
@Command(
        name = "./drawbridge statement",
        mixinStandardHelpOptions = true,
        description =
                "Closes a month of the books of the local world, and prints what it comes to.",
        footer = {
            "",
            "A month that is closed already is only printed. Exit code: 0 it is closed, 1 it is not"
                    + " closed in time, 2 it cannot be closed."
        })
public final class Statement implements Callable<Integer> {
    private static final int NOT_IN_TIME = 1;
    private static final int NOT = 2;

    /// How often it is asked whether the month is closed, and how long in between.
    private static final int LOOKS = 600;

    private static final long PAUSE_MILLIS = 500;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "MONTH", description = "2026-10")
    private String month = "";

    @Option(
            names = "--origin",
            defaultValue = "http://localhost:8080",
            description = "where the local world is (${DEFAULT-VALUE})")
    private URI origin = URI.create("http://localhost:8080");

    public static void main(String[] args) {
        System.exit(new CommandLine(new Statement()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        if (spec == null) throw new IllegalStateException("not called by picocli");
        var out = spec.commandLine().getOut();
        var api = new Api(HttpClient.newHttpClient(), origin);
        try {
            var token = api.post("/_local/tokens", null, "{\"roles\":[\"admin\"]}").ok();
            return close(api, token.path("accessToken").asText(), out);
        } catch (UncheckedIOException nobody) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "drawbridge: nobody answers at "
                                    + origin
                                    + ": start ./drawbridge up first, or name another world with"
                                    + " --origin.");
            return NOT;
        } catch (IllegalStateException refused) {
            spec.commandLine().getErr().println("drawbridge: " + refused.getMessage());
            return NOT;
        } finally {
            out.flush();
        }
    }

    private int close(Api api, String token, PrintWriter out) throws InterruptedException {
        String path = "/v1/admin/statements/" + month;
        var now = api.post(path, token, "{\"reason\":\"./drawbridge statement\"}").ok();
        for (int n = 0; n < LOOKS && !now.has("manifest"); n++) {
            Thread.sleep(PAUSE_MILLIS);
            now = api.get(path, token).ok();
        }
        if (!now.has("manifest")) {
            out.println(month + " is " + now.path("state").asText());
            return NOT_IN_TIME;
        }
        print(now.get("manifest"), out);
        return 0;
    }

    private void print(JsonNode manifest, PrintWriter out) {
        int exponent = manifest.path("exponent").asInt();
        String currency = manifest.path("currency").asText();
        out.printf(
                "%s: %d movements, %d of them tests, %d open%n%n",
                month,
                manifest.path("rows").asLong(),
                manifest.path("tests").asLong(),
                manifest.path("open").asLong());
        manifest.path("lines")
                .forEachEntry((line, amount) ->
                        out.printf(
                                "  %-12s %16s %s%n",
                                line,
                                BigDecimal.valueOf(amount.asLong(), exponent).toPlainString(),
                                currency));
        out.println();
        for (var file : manifest.path("files"))
            out.printf(
                    "  %10d  %s  %s%n",
                    file.path("bytes").asLong(),
                    file.path("sha256").asText().substring(0, 12),
                    file.path("key").asText());
    }
}
