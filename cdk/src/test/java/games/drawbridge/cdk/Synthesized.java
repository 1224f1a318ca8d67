package games.drawbridge.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What CDK wrote. Starting its engine is what takes the time, so tests share what they can.
record Synthesized(Path output) {
    static final Path TEMPLATE = Path.of("../template.yaml");
    static final ObjectMapper JSON = new ObjectMapper();

    /// The stage with players.
    static final Synthesized PROD = of("prod", false);

    static Synthesized of(String stage, boolean first) {
        try {
            return of(Stage.read(Path.of("stages"), stage), first);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Synthesized of(Stage stage, boolean first) {
        try {
            var folder = Files.createTempDirectory("cdk test");
            var jar = Files.writeString(folder.resolve("functions.jar"), "the code");
            var output = folder.resolve("out");
            Stacks.of(stage, TEMPLATE.toAbsolutePath().normalize(), jar, output, first).synth();
            return new Synthesized(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param name of the stack in the app: `Fleet`
    JsonNode stack(String name) {
        try {
            return JSON.readTree(output.resolve(name + ".template.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The properties of all resources of a type.
    List<JsonNode> all(String stack, String type) {
        var found = new ArrayList<JsonNode>();
        for (var resource : stack(stack).get("Resources"))
            if (resource.get("Type").asText().equals(type)) found.add(resource.path("Properties"));
        return found;
    }

    JsonNode only(String stack, String type) {
        var all = all(stack, type);
        if (all.size() != 1) throw new AssertionError(all.size() + " " + type + " in " + stack);
        return all.getFirst();
    }

    static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(list.elements(), Spliterator.ORDERED), false);
    }
}
