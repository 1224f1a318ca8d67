package games.drawbridge.local;

import games.drawbridge.local.refusal.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where in a checkout the world finds what it runs.
///
/// @param template the declarations; code is named from its folder
/// @param client the files of the CDN
/// @param title what goes into the bucket for content
/// @param standIns folders of jars, one for each stand-in
/// @param node the jar of the realtime node
/// @param events the registry of events
public record Checkout(
        Path template, Path client, Path title, Path standIns, Path node, Path events) {

    /// The usual places.
    public static Checkout at(Path root) {
        return new Checkout(
                root.resolve("template.yaml"),
                root.resolve("client"),
                root.resolve("functions/title"),
                root.resolve("local/stand-ins"),
                root.resolve("realtime-node/target/quarkus-app/quarkus-run.jar"),
                root.resolve("functions/src/main/resources/events.json"));
    }

    /// The checkout in which a folder lies.
    ///
    /// @throws Refusal when it lies in none
    public static Path root(Path folder) {
        for (Path each = folder.toAbsolutePath(); each != null; each = each.getParent())
            if (Files.exists(each.resolve("template.yaml"))) return each;
        throw new Refusal("There is no template.yaml in " + folder + " or above it.");
    }
}
