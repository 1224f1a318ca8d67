package games.drawbridge.cdk;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/// One deployment of everything, as its file in `cdk/stages` says.
///
/// @param name `dev`, `prod`; part of every stack's name
/// @param origin scheme and host, as players see it; also the issuer of tokens
/// @param certificate of that host, an ARN in us-east-1; empty: CloudFront's own host name
/// @param slots nodes at most
/// @param minimum nodes that always run
/// @param cpu of a node, in 1/1024 of a core
/// @param memory of a node, in MB
/// @param connections that a node is made for
/// @param image tag of the nodes' image
/// @param cache `serverless`, or a node type of ElastiCache such as `cache.t4g.small`
/// @param endpointZones in how many zones the VPC's endpoints stand, which are paid by zone
/// @param logDays how long logs are kept
/// @param budget US dollars a month, beyond which somebody is told
/// @param alarms whom alarms are mailed to; empty: nobody
/// @param github `owner/repository` that may deploy; empty: none
record Stage(
        String name,
        String region,
        String origin,
        String certificate,
        int slots,
        int minimum,
        int cpu,
        int memory,
        int connections,
        String image,
        String cache,
        int endpointZones,
        int logDays,
        int budget,
        String alarms,
        String github) {

    /// Target groups of one load balancer: AWS' own limit.
    private static final int MOST_SLOTS = 100;

    Stage {
        if (slots < 1 || slots > MOST_SLOTS)
            throw new IllegalArgumentException(
                    "slots is %d: a load balancer has 1 to %d".formatted(slots, MOST_SLOTS));
        if (minimum < 1 || minimum > slots)
            throw new IllegalArgumentException(
                    "minimum is %d of %d slots".formatted(minimum, slots));
        if (endpointZones < 1 || endpointZones > NetworkStack.ZONES)
            throw new IllegalArgumentException("endpointZones is " + endpointZones);
        if (!origin.startsWith("https://"))
            throw new IllegalArgumentException("origin is no https address: " + origin);
    }

    /// @throws IllegalArgumentException when a name is missing, unknown, or no number
    static Stage read(Path folder, String name) throws IOException {
        var file = folder.resolve(name + ".properties");
        var known = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            known.load(reader);
        }
        var settings = new Settings(known, new TreeSet<>(known.stringPropertyNames()));
        var stage = read(name, settings);
        if (!settings.unread.isEmpty())
            throw new IllegalArgumentException(
                    "%s: unknown names %s".formatted(file, settings.unread));
        return stage;
    }

    private static Stage read(String name, Settings settings) {
        return new Stage(
                name,
                settings.text("region"),
                settings.text("origin"),
                settings.text("certificate"),
                settings.whole("slots"),
                settings.whole("minimum"),
                settings.whole("cpu"),
                settings.whole("memory"),
                settings.whole("connections"),
                settings.text("image"),
                settings.text("cache"),
                settings.whole("endpointZones"),
                settings.whole("logDays"),
                settings.whole("budget"),
                settings.text("alarms"),
                settings.text("github"));
    }

    private record Settings(Properties known, TreeSet<String> unread) {
        String text(String name) {
            unread.remove(name);
            return Optional.ofNullable(known.getProperty(name))
                    .map(String::strip)
                    .orElseThrow(() -> new IllegalArgumentException(name + " is not said"));
        }

        int whole(String name) {
            return Integer.parseInt(text(name));
        }
    }

    /// `drawbridge-prod`, which is the serverless half, or with a part `drawbridge-prod-fleet`.
    String stack(String... part) {
        return "drawbridge-" + name + (part.length == 0 ? "" : "-" + part[0]);
    }

    /// The origin without its scheme.
    String host() {
        return origin.substring("https://".length());
    }

    boolean isProduction() {
        return name.equals("prod");
    }
}
