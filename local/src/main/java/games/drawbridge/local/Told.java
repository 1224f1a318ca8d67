package games.drawbridge.local;

import games.drawbridge.local.providers.Doubles;
import games.drawbridge.local.services.Firehose;
import java.util.HashMap;
import java.util.Map;

/// What a deploy would be told: the template's parameters. Whatever else it asks for has a default.
final class Told {
    private Told() {}

    static Map<String, String> parameters(Endpoints endpoints) {
        var all = new HashMap<>(Doubles.parameters(endpoints.game()));
        all.put("Origin", endpoints.game());
        all.put("RedisUrl", endpoints.redis());
        all.put("MailFrom", "Drawbridge <play@drawbridge.example>");
        all.put("MailDomain", "drawbridge.example");
        all.put("AnalyticsStream", Firehose.STREAM);
        all.put("OtlpEndpoint", collector(endpoints));
        all.put("TraceShare", "1000");
        // all players of this machine come from one address
        all.put("LoginsPerAddress", "1000000000");
        all.put("RegistrationsPerAddress", "1000000000");
        return all;
    }

    /// Of traces, the world's own.
    static String collector(Endpoints endpoints) {
        return endpoints.game() + "/_local/otlp";
    }
}
