package wallet;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.json.JsonMapper;

/// `GET /v1/wallet` as a guide to Spring Cloud Function would have it.
@SpringBootApplication
public class WalletApplication {
    private static final String BALANCE = "BALANCE#";

    /// As the answer has it.
    public record Wallet(Map<String, Long> balances) {}

    @Bean
    DynamoDbClient dynamo() {
        return DynamoDbClient.create();
    }

    @Bean
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> wallet(
            DynamoDbClient dynamo, JsonMapper json, @Value("${WALLETS_TABLE}") String table) {
        return event -> {
            var claims = event.getRequestContext().getAuthorizer().getJwt().getClaims();
            var wallet = new Wallet(balances(dynamo, table, claims.get("sub")));
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(200)
                    .withHeaders(Map.of("content-type", "application/json"))
                    .withBody(json.writeValueAsString(wallet))
                    .build();
        };
    }

    private static Map<String, Long> balances(DynamoDbClient dynamo, String table, String player) {
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
        return balances;
    }
}
