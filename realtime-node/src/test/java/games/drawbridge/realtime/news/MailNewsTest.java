package games.drawbridge.realtime.news;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.news.MailNewsTable.Mailed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailNewsTest {
    private static final PlayerId ANN = new PlayerId("ann");
    private static final PlayerId BOB = new PlayerId("bob");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final List<Mailed> written = new ArrayList<>();
    private final List<Map<PlayerId, NodeFrame.Mail>> told = new ArrayList<>();
    private boolean nobody = false;
    private int reads;
    private final MailNews news =
            new MailNews(
                    _ -> {
                        reads++;
                        return List.copyOf(written);
                    },
                    () -> NOON,
                    () -> nobody,
                    told::add);

    private static NodeFrame.Mail mail(String id) {
        return new NodeFrame.Mail(id);
    }

    @Test
    void ofSeveralMailsAPlayerIsToldTheNewestOnce() {
        written.add(new Mailed("1", ANN, "a1"));
        written.add(new Mailed("2", BOB, "b1"));
        written.add(new Mailed("3", ANN, "a2"));
        news.look();
        news.look();
        assertThat(told).containsExactly(Map.of(ANN, mail("a2"), BOB, mail("b1")));
    }

    @Test
    void whereNobodyIsNothingIsRead() {
        nobody = true;
        news.look();
        assertThat(reads).isZero();
    }
}
