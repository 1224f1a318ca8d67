package games.drawbridge.realtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SharedTest {
    private final List<CompletableFuture<Void>> calls = new ArrayList<>();
    private final Shared shared =
            new Shared(() -> {
                var call = new CompletableFuture<Void>();
                calls.add(call);
                return call;
            });

    @Test
    void whoAsksMeanwhileSharesTheNextCall() {
        var first = shared.ask();
        var second = shared.ask();
        var third = shared.ask();
        assertThat(calls).hasSize(1);
        calls.getFirst().complete(null);
        assertThat(first).isDone();
        assertThat(second).as("its call began after it asked").isNotDone();
        assertThat(calls).hasSize(2);
        var fourth = shared.ask();
        calls.getLast().complete(null);
        assertThat(List.of(second, third)).allMatch(CompletableFuture::isDone);
        assertThat(fourth).isNotDone();
        assertThat(calls).hasSize(3);
    }

    @Test
    void whoAsksAfterwardsGetsACallOfTheirOwn() {
        var _ = shared.ask();
        calls.getFirst().complete(null);
        var next = shared.ask();
        assertThat(next).isNotDone();
        assertThat(calls).hasSize(2);
    }

    @Test
    void aFailureIsOfThoseAloneWhoShareIt() {
        var first = shared.ask();
        var second = shared.ask();
        calls.getFirst().completeExceptionally(new Fenced(1, 2));
        assertThat(first).isCompletedExceptionally();
        calls.getLast().complete(null);
        assertThat(second).isCompletedWithValue(null);
        var third = shared.ask();
        var fourth = shared.ask();
        calls.getLast().complete(null);
        calls.getLast().completeExceptionally(new Fenced(1, 2));
        assertThat(third).isCompletedWithValue(null);
        assertThat(fourth).isCompletedExceptionally();
    }
}
