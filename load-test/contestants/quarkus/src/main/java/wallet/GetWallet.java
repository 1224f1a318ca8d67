package wallet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// `GET /v1/wallet` as a guide to the Quarkus Lambda extension would have it.
public class GetWallet implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final String BALANCE = "BALANCE#";

    @Inject DynamoDbClient dynamo;

    @Inject ObjectMapper json;

    @ConfigProperty(name = "WALLETS_TABLE")
    String table;

    /// As the answer has it.
    public record Wallet(Map<String, Long> balances) {}

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        String player = event.getRequestContext().getAuthorizer().getJwt().getClaims().get("sub");
        var rows =
                dynamo.query(
                        query ->
                                query.tableName(table)
                                        .keyConditionExpression(
                                                "pk = :pk AND begins_with(sk, :balance)")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":pk",
                                                        AttributeValue.fromS("WALLET#" + player),
                                                        ":balance",
                                                        AttributeValue.fromS(BALANCE)))
                                        .consistentRead(true));
        var balances = new TreeMap<String, Long>();
        for (var row : rows.items()) {
            long amount = Long.parseLong(row.get("balance").n());
            if (amount > 0)
                balances.put(row.get("sk").s().substring(BALANCE.length()), amount);
        }
        try {
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(200)
                    .withHeaders(Map.of("content-type", "application/json"))
                    .withBody(json.writeValueAsString(new Wallet(balances)))
                    .build();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
