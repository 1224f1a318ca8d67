package games.drawbridge.realtime.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Purchase;
import games.drawbridge.model.wallet.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final List<Purchase> written = new ArrayList<>();
    private final List<Purchase> told = new ArrayList<>();
    private final List<Instant> asked = new ArrayList<>();
    private Optional<RuntimeException> fault = Optional.empty();
    private Instant now = NOON;
    private final News<Purchase> news =
            new News<>(
                    from -> {
                        asked.add(from);
                        fault.ifPresent(each -> {
                            throw each;
                        });
                        return List.copyOf(written);
                    },
                    Purchase::id,
                    News.LONG,
                    () -> now,
                    told::addAll);

    private static Purchase purchase(String id) {
        return new Purchase(id, new PlayerId("ann"), Map.of(new Unit("gems"), 100L));
    }

    @Test
    void eachIsToldOnceHoweverOftenItIsRead() {
        written.add(purchase("one"));
        news.look();
        written.add(purchase("two"));
        news.look();
        news.look();
        assertThat(told).containsExactly(purchase("one"), purchase("two"));
    }

    @Test
    void whatWasHeardIsRememberedForTwoMinutes() {
        written.add(purchase("one"));
        news.look();
        written.clear();
        now = NOON.plus(Duration.ofMinutes(2));
        news.look();
        assertThat(news.lately()).containsExactly(purchase("one"));
        now = NOON.plus(Duration.ofSeconds(121));
        news.look();
        assertThat(news.lately()).isEmpty();
    }

    @Test
    void afterAFaultTheNextLookGoesAsFarBackAsTheOneBefore() {
        news.look();
        now = NOON.plusSeconds(30);
        fault = Optional.of(new IllegalStateException("no answer"));
        assertThatThrownBy(news::look).isInstanceOf(IllegalStateException.class);
        fault = Optional.empty();
        now = NOON.plusSeconds(60);
        news.look();
        news.look();
        assertThat(asked)
                .containsExactly(
                        NOON.minus(News.LONG),
                        NOON.minus(News.BACK),
                        NOON.minus(News.BACK),
                        NOON.plusSeconds(60).minus(News.BACK));
    }
}
