package games.drawbridge.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.functions.Environment;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/// Where rooms and their logs are, in the words in which functions are told it.
final class Stores {
    private Stores() {}

    /// Those of an AWS account, if the environment names its table; otherwise those of the local
    /// world that is up at `origin`.
    ///
    /// @throws Failure when nobody is up there
    static Environment of(Map<String, String> environment, URI origin) {
        return environment.containsKey("ROOMS_TABLE")
                ? deployed(environment)
                : local(ask(origin), origin);
    }

    private static Environment deployed(Map<String, String> environment) {
        for (String name : new String[] {"ARCHIVE_BUCKET", "REDIS_URL", "AWS_REGION"})
            if (!environment.containsKey(name))
                throw new Failure("with ROOMS_TABLE in the environment, " + name + " is needed.");
        return new Environment(environment);
    }

    private static Environment local(JsonNode world, URI origin) {
        return new Environment(
                Map.of(
                        "AWS_REGION", text(world, "/credentials/region", origin),
                        "AWS_ACCESS_KEY_ID", text(world, "/credentials/accessKeyId", origin),
                        "AWS_SECRET_ACCESS_KEY",
                                text(world, "/credentials/secretAccessKey", origin),
                        "AWS_ENDPOINT_URL_DYNAMODB", text(world, "/endpoints/dynamodb", origin),
                        "AWS_ENDPOINT_URL_S3", text(world, "/endpoints/s3", origin),
                        "REDIS_URL", text(world, "/endpoints/redis", origin),
                        "ROOMS_TABLE", text(world, "/names/Rooms", origin),
                        "ARCHIVE_BUCKET", text(world, "/names/ArchiveBucket", origin)));
    }

    private static String text(JsonNode world, String pointer, URI origin) {
        var value = world.at(pointer);
        if (!value.isTextual()) throw nobody(origin);
        return value.asText();
    }

    private static JsonNode ask(URI origin) {
        var request =
                HttpRequest.newBuilder(origin.resolve("/_local"))
                        .header("Accept", "application/json")
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return new ObjectMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (ConnectException _) {
            throw nobody(origin);
        } catch (IOException unreadable) {
            throw nobody(origin);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Failure nobody(URI origin) {
        return new Failure(
                "no local world answers at "
                        + origin
                        + ": start ./drawbridge up first, name another with --origin, or set"
                        + " ROOMS_TABLE and its companions for one in AWS.");
    }
}
