package games.drawbridge.functions.aws;

import games.drawbridge.functions.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// A service of AWS that speaks its JSON protocol, of which a call or two are needed: signed and
/// sent as they are, because each of AWS' own clients makes the functions' one jar bigger.
public final class JsonService {
    private static final int OK = 200;

    /// As of one attempt of the other clients.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Aws aws;
    private final String name;
    private final String target;
    private final URI endpoint;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final SdkHttpClient http =
            UrlConnectionHttpClient.builder().socketTimeout(PATIENCE).build();

    /// @param name as in its address: `ecs`
    /// @param target what stands before each operation: `AmazonEC2ContainerServiceV20141113.`
    public JsonService(Aws aws, String name, String target) {
        this.aws = aws;
        this.name = name;
        this.target = target;
        this.endpoint =
                URI.create(
                        aws.environment()
                                .find("AWS_ENDPOINT_URL_" + name.toUpperCase(Locale.ROOT))
                                .orElseGet(() ->
                                        "https://%s.%s.amazonaws.com"
                                                .formatted(name, aws.region())));
    }

    /// The service said no.
    public static final class Refused extends IllegalStateException {
        private static final int THEIR_FAULT = 500;

        private final boolean passes;

        Refused(String what, int status, String said) {
            super(what + ": " + status + " " + said);
            passes = status >= THEIR_FAULT || said.contains("ThrottlingException");
        }

        /// Whether the same call may succeed later.
        public boolean passes() {
            return passes;
        }
    }

    /// @param body written as JSON
    /// @return its answer
    /// @throws Refused when it is no 200
    /// @throws UncheckedIOException when there is none
    public String call(String operation, Object body) {
        byte[] bytes = JsonText.write(body).getBytes(StandardCharsets.UTF_8);
        try {
            return answer(operation, signed(operation, bytes));
        } catch (IOException unheard) {
            throw new UncheckedIOException(unheard);
        }
    }

    private HttpExecuteRequest signed(String operation, byte[] bytes) {
        var request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(endpoint.resolve("/"))
                        .putHeader("Content-Type", "application/x-amz-json-1.1")
                        .putHeader("X-Amz-Target", target + operation)
                        .putHeader("Content-Length", Integer.toString(bytes.length))
                        .build();
        var signed =
                signer.sign(what ->
                        what.identity(aws.credentials().resolveCredentials())
                                .request(request)
                                .payload(ContentStreamProvider.fromByteArray(bytes))
                                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, name)
                                .putProperty(AwsV4HttpSigner.REGION_NAME, aws.region()));
        return HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(signed.payload().orElseThrow())
                .build();
    }

    private String answer(String operation, HttpExecuteRequest sent) throws IOException {
        var answer = http.prepareRequest(sent).call();
        int status = answer.httpResponse().statusCode();
        try (var body = answer.responseBody().orElseThrow()) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            if (status != OK) throw new Refused(name + " " + operation, status, text);
            return text;
        }
    }
}
