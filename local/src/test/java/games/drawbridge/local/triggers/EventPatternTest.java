package games.drawbridge.local.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.local.http.Json;
import games.drawbridge.local.template.TemplateFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPatternTest {
    private static final String EVENT =
            """
            {"eventName":"INSERT","count":5,"empty":"","nothing":null,"yes":true,"tags":["a","b"],
             "dynamodb":{"Keys":{"sk":{"S":"EFFECT#7"}},"NewImage":{"kind":{"S":"relay"}}}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"eventName":["INSERT"]}                                              | true
                    {"eventName":["REMOVE","INSERT"]}                                     | true
                    {"eventName":["REMOVE"]}                                              | false
                    {"eventName":["insert"]}                                              | false
                    {"eventName":[{"equals-ignore-case":"insert"}]}                       | true
                    {"eventName":["INSERT"],"dynamodb":{"Keys":{"sk":{"S":[{"prefix":"EFFECT#"}]}}}} | true
                    {"eventName":["INSERT"],"dynamodb":{"Keys":{"sk":{"S":[{"prefix":"HEAD"}]}}}}    | false
                    {"dynamodb":{"Keys":{"sk":{"S":[{"suffix":"#7"}]}}}}                  | true
                    {"dynamodb":{"Keys":{"pk":{"S":["x"]}}}}                              | false
                    {"dynamodb":{"NewImage":[{"exists":true}]}}                           | true
                    {"dynamodb":{"OldImage":[{"exists":false}]}}                          | true
                    {"dynamodb":{"OldImage":{"kind":[{"exists":false}]}}}                 | true
                    {"dynamodb":{"OldImage":{"kind":[{"exists":true}]}}}                  | false
                    {"eventName":[{"anything-but":"REMOVE"}]}                             | true
                    {"eventName":[{"anything-but":["INSERT","REMOVE"]}]}                  | false
                    {"eventName":[{"anything-but":{"prefix":"IN"}}]}                      | false
                    {"missing":[{"anything-but":"x"}]}                                    | false
                    {"count":[5]}                                                         | true
                    {"count":[5.0]}                                                       | true
                    {"count":["5"]}                                                       | false
                    {"count":[{"numeric":[">",4]}]}                                       | true
                    {"count":[{"numeric":[">=",5,"<",6]}]}                                | true
                    {"count":[{"numeric":["<",5]}]}                                       | false
                    {"eventName":[{"numeric":[">",1]}]}                                   | false
                    {"yes":[true]}                                                        | true
                    {"nothing":[null]}                                                    | true
                    {"empty":[""]}                                                        | true
                    {"tags":["b"]}                                                        | true
                    {"tags":["c"]}                                                        | false
                    {}                                                                    | true
                    """)
    void aPatternChoosesEvents(String pattern, boolean fits) {
        assertThat(EventPattern.read("F.E", pattern).fits(Json.read(EVENT))).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"a":"b"}                          | the pattern's a must be a list
                    {"a":[{"cidr":"10.0.0.0/24"}]}     | cidr does not run locally
                    {"a":[{"wildcard":"x*"}]}          | wildcard does not run locally
                    {"a":[{"numeric":["~",1]}]}        | numeric ~
                    {"a":[{"prefix":"x","suffix":"y"}]} | a rule has one operator
                    {"a":                              | the pattern is no JSON
                    """)
    void whatCannotBeRunIsAFault(String pattern, String sentence) {
        assertThatThrownBy(() -> EventPattern.read("F.E", pattern))
                .isInstanceOf(TemplateFault.class)
                .hasMessageContaining("F.E: " + sentence);
    }
}
