package games.drawbridge.realtime.relay;

import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.bus.Address;
import games.drawbridge.realtime.bus.Bus;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.storage.Timers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// Who owns a relayed room, as far as its relay knows, and the search for the next one. On the
/// room's thread.
final class Owner {
    private static final Logger LOG = Logger.getLogger(Owner.class);

    private final Bus bus;
    private final Function<RoomId, CompletableFuture<Optional<Placement>>> owners;
    private final Timers timers;
    private final Executor thread;
    private final Runnable onFound;
    private final Runnable onNone;
    private Placement known;
    private Address address;
    private boolean seeking;
    private int search;
    private int tries;

    /// @param owners reads a room's row, and has it get another owner when the one it has is dead
    /// @param onFound called when there is an owner who has to be asked everything again
    /// @param onNone called when there is no such room
    Owner(
            Placement known,
            Bus bus,
            Function<RoomId, CompletableFuture<Optional<Placement>>> owners,
            Timers timers,
            Executor thread,
            Runnable onFound,
            Runnable onNone) {
        this.known = known;
        this.address = new Address(known.node(), known.generation());
        this.bus = bus;
        this.owners = owners;
        this.timers = timers;
        this.thread = thread;
        this.onFound = onFound;
        this.onNone = onNone;
    }

    boolean is(Address other) {
        return address.equals(other);
    }

    /// The epoch under which it owns the room.
    long epoch() {
        return known.epoch();
    }

    /// Whether what is asked now is likely to be answered.
    boolean isReached() {
        return !seeking && bus.reaches(address);
    }

    void ask(Ask ask) {
        bus.send(address, ask.json());
    }

    /// It does what was asked: the next search need not wait.
    void answers() {
        tries = 0;
    }

    /// It is heard again, and may have missed anything.
    void isBack() {
        search++;
        seeking = false;
        onFound.run();
    }

    /// It does not have the room, or cannot be reached.
    void seek() {
        if (seeking) return;
        seeking = true;
        look(++search);
    }

    private void look(int number) {
        timers.after(
                pause(),
                () ->
                        owners.apply(known.room())
                                .whenComplete((found, error) ->
                                        thread.execute(() -> {
                                            if (number != search || !seeking) return;
                                            if (error == null) looked(number, found);
                                            else failed(number, error);
                                        })));
    }

    private void failed(int number, Throwable error) {
        LOG.warnf("the owner of room %s was not found: %s", known.room(), error);
        look(number);
    }

    /// Nothing at first, then longer and longer, until an owner answers.
    private Duration pause() {
        int doubled = Math.min(tries++, 16) - 1;
        if (doubled < 0) return Duration.ZERO;
        var pause = RelayLimits.FIRST_PAUSE.multipliedBy(1L << doubled);
        return pause.compareTo(RelayLimits.LONGEST_PAUSE) < 0 ? pause : RelayLimits.LONGEST_PAUSE;
    }

    private void looked(int number, Optional<Placement> found) {
        if (found.isEmpty()) {
            onNone.run();
            return;
        }
        known = found.get();
        address = new Address(known.node(), known.generation());
        if (bus.reaches(address)) isBack();
        else again(number);
    }

    /// It will be heard if it is there.
    private void again(int number) {
        bus.greet(address);
        look(number);
    }
}
