package games.drawbridge.local.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Answerer;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Secrets Manager's protocol (AWS JSON 1.1) over the secrets of the world.
public final class SecretsManager implements Answerer {
    private static final String TARGET = "secretsmanager.";

    private final Secrets secrets;

    public SecretsManager(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public Response answer(Request request) throws IOException {
        String target = request.headers().first("x-amz-target").orElse("");
        try {
            return Response.json(200, call(target, Json.read(request.body().getBytes())));
        } catch (AwsFault fault) {
            return fault.response();
        }
    }

    private ObjectNode call(String target, JsonNode asked) throws IOException {
        return switch (target) {
            case TARGET + "GetSecretValue" -> get(asked);
            case TARGET + "DescribeSecret" -> describe(asked);
            case TARGET + "PutSecretValue" -> put(asked);
            case TARGET + "UpdateSecretVersionStage" -> move(asked);
            default ->
                    throw new AwsFault(
                            400, "UnknownOperationException", target + " is not kept here");
        };
    }

    private ObjectNode get(JsonNode asked) {
        var secret = find(asked);
        String stage = text(asked, "VersionStage").orElse(SecretVersions.CURRENT);
        var id = text(asked, "VersionId").or(() -> secret.at(stage));
        var version = id.map(secret.versions()::get);
        if (id.isEmpty() || version.map(SecretVersions.Version::value).isEmpty())
            throw new AwsFault(
                    400,
                    "ResourceNotFoundException",
                    "Secrets Manager can't find the specified secret value for staging label: "
                            + stage);
        return named(secret, id.get())
                .put("SecretString", version.get().value())
                .put("CreatedDate", version.get().at() / 1000.0)
                .set("VersionStages", Json.tree(version.get().stages()));
    }

    private ObjectNode describe(JsonNode asked) {
        var secret = find(asked);
        var answer = Json.object().put("ARN", secret.arn()).put("Name", secret.name());
        var rotation = secrets.rotation(secret.arn());
        answer.put("RotationEnabled", rotation.isPresent());
        rotation.ifPresent(each ->
                answer.putObject("RotationRules")
                        .put("AutomaticallyAfterDays", each.every().toDays()));
        if (secret.rotatedAt() > 0) answer.put("LastRotatedDate", secret.rotatedAt() / 1000.0);
        var stages = answer.putObject("VersionIdsToStages");
        secret.versions()
                .forEach((id, version) -> {
                    if (!version.stages().isEmpty()) stages.set(id, Json.tree(version.stages()));
                });
        return answer;
    }

    private ObjectNode put(JsonNode asked) throws IOException {
        var secret = find(asked);
        String id = text(asked, "ClientRequestToken").orElse(UUID.randomUUID().toString());
        var stages = new ArrayList<String>();
        asked.path("VersionStages").forEach(stage -> stages.add(stage.asText()));
        secrets.put(
                secret.name(),
                id,
                required(asked, "SecretString"),
                stages.isEmpty() ? List.of(SecretVersions.CURRENT) : stages);
        var kept = Objects.requireNonNull(find(asked).versions().get(id));
        return named(secret, id).set("VersionStages", Json.tree(kept.stages()));
    }

    private ObjectNode move(JsonNode asked) throws IOException {
        var secret = find(asked);
        secrets.move(
                secret.name(),
                required(asked, "VersionStage"),
                text(asked, "RemoveFromVersionId"),
                text(asked, "MoveToVersionId"));
        return Json.object().put("ARN", secret.arn()).put("Name", secret.name());
    }

    private SecretVersions find(JsonNode asked) {
        return secrets.find(required(asked, "SecretId"));
    }

    private static ObjectNode named(SecretVersions secret, String version) {
        return Json.object()
                .put("ARN", secret.arn())
                .put("Name", secret.name())
                .put("VersionId", version);
    }

    private static Optional<String> text(JsonNode asked, String name) {
        return Optional.ofNullable(asked.get(name)).map(JsonNode::asText);
    }

    private static String required(JsonNode asked, String name) {
        return text(asked, name)
                .orElseThrow(
                        () -> new AwsFault(400, "InvalidParameterException", name + " is missing"));
    }
}
