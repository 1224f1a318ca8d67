package games.drawbridge.bench.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {"t":"ack","room":"region:a","id":7,"seq":0}                                        | 1 | 0 | 0
                    {"t":"pong","id":1,"heads":{"region:a":0}}                                          | 0 | 0 | 0
                    {"t":"patch","room":"region:a","version":9,"set":{}}                                | 0 | 1 | 0
                    {"t":"patch","version":9,"set":{"0:1":{"owner":"a:}{","n":{"x":1}},"2:3":null}}     | 0 | 1 | 2
                    {"t":"patch","set":{"\\":{":1}};{"t":"ack","id":1};{"t":"patch","set":{"a":[{"b":1}]}} | 1 | 2 | 2
                    """)
    void framesAndValuesAreCounted(String message, long acks, long patches, long values) {
        var told = new Told();
        told.read(Unpooled.wrappedBuffer(message.replace(';', '\n').getBytes(UTF_8)));
        assertThat(told.acks()).isEqualTo(acks);
        assertThat(told.patches()).isEqualTo(patches);
        assertThat(told.values()).isEqualTo(values);
    }
}
