package games.drawbridge.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {

    /// API Gateway turns a claim that is a list into text.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [support]          | true
                    [player support]   | true
                    [player, support]  | true
                    support            | true
                    [admin]            | false
                    [supporter]        | false
                    []                 | false
                    ''                 | false
                    """)
    void readsRolesAsTheGatewayWritesThem(String claim, boolean support) {
        assertThat(with(Map.of("roles", claim)).hasRole("support")).isEqualTo(support);
    }

    private static Request with(Map<String, String> claims) {
        var token = APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT.builder();
        var authorizer = APIGatewayV2HTTPEvent.RequestContext.Authorizer.builder();
        var context = APIGatewayV2HTTPEvent.RequestContext.builder();
        return new Request(
                APIGatewayV2HTTPEvent.builder()
                        .withRequestContext(
                                context.withAuthorizer(
                                                authorizer
                                                        .withJwt(token.withClaims(claims).build())
                                                        .build())
                                        .build())
                        .build());
    }
}
