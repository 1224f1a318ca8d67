package games.drawbridge.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.bench.server.Others;
import games.drawbridge.bench.server.Programs;
import games.drawbridge.faults.load.Waiting;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The generator and the raw relay, at tiny counts: what is said is what is heard.
class FloorTest {
    private static final int ROOMS = 3;
    private static final int SEATS = 4;

    @Test
    void allFourHearWhatEachOfThemSays(@TempDir Path folder) throws Exception {
        var floor = new Others(new Programs(folder), folder).floor();
        var visits =
                IntStream.range(0, ROOMS * SEATS)
                        .mapToObj(it -> new PlainVisit(it / SEATS))
                        .toList();
        try (var running = floor.start();
                var generator = new Generator(running.port(), new Tally(ROOMS * SEATS, SEATS))) {
            generator.connect(visits, 2).join();
            long said = generator.talk(ROOMS * SEATS, 1_000).run(300, 0).said();
            Waiting.until("all is heard", 10, () -> generator.counted(it -> it.lost()) == 0);
            long delivered = generator.counted(Tally::delivered);
            long wrong = generator.counted(Tally::wrong);
            long timed = generator.counted(it -> it.times().getTotalCount());
            assertThat(said).isEqualTo(300);
            assertThat(delivered).isEqualTo(SEATS * said);
            assertThat(timed).isEqualTo(SEATS * said);
            assertThat(wrong).isZero();
            assertThat(generator.failures()).isEmpty();
        }
    }
}
