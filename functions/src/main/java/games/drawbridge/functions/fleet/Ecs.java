package games.drawbridge.functions.fleet;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// The two calls of ECS that a fleet needs, signed and sent as they are: AWS' own client for ECS
/// would make the functions' one jar a third bigger.
final class Ecs {
    private static final String TARGET = "AmazonEC2ContainerServiceV20141113.";

    /// Services that one call may ask about: ECS' own limit.
    private static final int MOST = 10;

    private final Aws aws;
    private final String cluster;
    private final URI endpoint;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final SdkHttpClient http = UrlConnectionHttpClient.create();

    Ecs(Aws aws, String cluster) {
        this.aws = aws;
        this.cluster = cluster;
        this.endpoint =
                URI.create(
                        aws.environment()
                                .find("AWS_ENDPOINT_URL_ECS")
                                .orElseGet(() ->
                                        "https://ecs.%s.amazonaws.com".formatted(aws.region())));
    }

    record Service(String serviceName, int desiredCount) {}

    record Described(List<Service> services) {}

    /// Those of the services that want a task; one that ECS does not know wants none.
    Set<String> wanting(List<String> services) {
        return IntStream.iterate(0, i -> i < services.size(), i -> i + MOST)
                .mapToObj(i -> services.subList(i, Math.min(services.size(), i + MOST)))
                .flatMap(some -> described(some).services().stream())
                .filter(service -> service.desiredCount() > 0)
                .map(Service::serviceName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Described described(List<String> services) {
        var asked = Map.of("cluster", cluster, "services", services);
        return JsonText.read(call("DescribeServices", asked), Described.class);
    }

    /// @param tasks one or none
    void want(String service, int tasks) {
        call(
                "UpdateService",
                Map.of("cluster", cluster, "service", service, "desiredCount", tasks));
    }

    private String call(String operation, Map<String, Object> body) {
        byte[] bytes = JsonText.write(body).getBytes(StandardCharsets.UTF_8);
        var request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(endpoint.resolve("/"))
                        .putHeader("Content-Type", "application/x-amz-json-1.1")
                        .putHeader("X-Amz-Target", TARGET + operation)
                        .putHeader("Content-Length", Integer.toString(bytes.length))
                        .build();
        var signed =
                signer.sign(what ->
                        what.identity(aws.credentials().resolveCredentials())
                                .request(request)
                                .payload(ContentStreamProvider.fromByteArray(bytes))
                                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ecs")
                                .putProperty(AwsV4HttpSigner.REGION_NAME, aws.region()));
        var sent =
                HttpExecuteRequest.builder()
                        .request(signed.request())
                        .contentStreamProvider(signed.payload().orElseThrow())
                        .build();
        try {
            return answer(operation, sent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answer(String operation, HttpExecuteRequest sent) throws IOException {
        var answer = http.prepareRequest(sent).call();
        int status = answer.httpResponse().statusCode();
        try (var body = answer.responseBody().orElseThrow()) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            if (status != 200)
                throw new IllegalStateException("ECS %s: %d %s".formatted(operation, status, text));
            return text;
        }
    }
}
