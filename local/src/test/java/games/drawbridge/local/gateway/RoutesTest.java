package games.drawbridge.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.local.template.Route;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
    private static final Routes ROUTES =
            new Routes(
                    Stream.of(
                                    "GET /v1/rooms",
                                    "POST /v1/rooms",
                                    "GET /v1/rooms/{room}",
                                    "GET /v1/rooms/mine",
                                    "ANY /v1/rooms/mine",
                                    "GET /v1/rooms/{room}/log",
                                    "POST /v1/rooms/{room}/join",
                                    "ANY /v1/files/{path+}",
                                    "GET /v1/files/readme",
                                    "GET /v1/{kind}/{id}/card")
                            .map(RoutesTest::route)
                            .toList());

    private static Route route(String key) {
        var words = key.split(" ", 2);
        return new Route(
                key,
                words[0],
                words[1],
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET    | /v1/rooms                 | GET /v1/rooms             | {}
                    POST   | /v1/rooms                 | POST /v1/rooms            | {}
                    GET    | /v1/rooms/r1              | GET /v1/rooms/{room}      | {room=r1}
                    GET    | /v1/rooms/mine            | GET /v1/rooms/mine        | {}
                    DELETE | /v1/rooms/mine            | ANY /v1/rooms/mine        | {}
                    GET    | /v1/rooms/lobby%3Aduel    | GET /v1/rooms/{room}      | {room=lobby:duel}
                    GET    | /v1/rooms/a%2Fb/log       | GET /v1/rooms/{room}/log  | {room=a/b}
                    GET    | /v1/rooms/a+b             | GET /v1/rooms/{room}      | {room=a+b}
                    GET    | /v1/rooms/caf%C3%A9       | GET /v1/rooms/{room}      | {room=café}
                    GET    | /v1/files/readme          | GET /v1/files/readme      | {}
                    POST   | /v1/files/readme          | ANY /v1/files/{path+}     | {path=readme}
                    GET    | /v1/files/a/b%20c         | ANY /v1/files/{path+}     | {path=a/b c}
                    GET    | /v1/rooms/r1/card         | GET /v1/{kind}/{id}/card  | {kind=rooms, id=r1}
                    """)
    void theMostSpecificRouteThatFitsIsTaken(
            String method, String path, String route, String parameters) {
        var match = ROUTES.find(method, path);
        assertThat(match).isPresent();
        assertThat(match.get().route().key()).isEqualTo(route);
        assertThat(match.get().parameters()).hasToString(parameters);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PUT    | /v1/rooms
                    DELETE | /v1/rooms/r1
                    GET    | /v1/rooms/
                    GET    | /v1/rooms/r1/
                    GET    | /v1/rooms//log
                    GET    | /v1/rooms/r1/log/more
                    GET    | /v2/rooms
                    GET    | /
                    GET    | /v1/files/
                    """)
    void whatNoRouteTakesIsNotFound(String method, String path) {
        assertThat(ROUTES.find(method, path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET,/anything", "POST,/", "PUT,/a/b/c"})
    void theDefaultRouteTakesTheRest(String method, String path) {
        var fallback = route("ANY $default");
        var routes = new Routes(List.of(fallback, route("GET /one")));
        assertThat(routes.find(method, path).map(Routes.Match::route)).contains(fallback);
        assertThat(routes.find("GET", "/one").map(match -> match.route().key()))
                .contains("GET /one");
    }
}
