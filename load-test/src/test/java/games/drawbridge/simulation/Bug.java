package games.drawbridge.simulation;

import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.NodeFrame.Mode;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.log.Slots;
import games.drawbridge.realtime.room.Link;
import games.drawbridge.realtime.room.Room;
import games.drawbridge.realtime.room.Rooms;
import games.drawbridge.realtime.wire.Encoded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Rules of the engine, each broken on purpose, to see that the checker sees it.
enum Bug implements Seams {

    /// A slot is written whatever stands there.
    NO_COMPARE_AND_SET {
        @Override
        public Slots slots(Slots real) {
            return new OtherSlots(real) {
                @Override
                public CompletableFuture<Optional<Batch>> put(RoomId room, long slot, Batch batch) {
                    return real.delete(room, List.of(slot))
                            .thenCompose(_ -> real.put(room, slot, batch));
                }
            };
        }
    },

    /// An append counts as done when it has been asked for.
    ACKNOWLEDGED_BEFORE_APPENDED {
        @Override
        public Slots slots(Slots real) {
            return new OtherSlots(real) {
                @Override
                public CompletableFuture<Optional<Batch>> put(RoomId room, long slot, Batch batch) {
                    var asked = real.put(room, slot, batch);
                    return batch.n() == 0
                            ? asked
                            : CompletableFuture.completedFuture(Optional.empty());
                }
            };
        }
    },

    /// Others are told of a move before the room has decided it.
    TOLD_BEFORE_APPENDED {
        private final ThreadLocal<Map<Room, Set<Link>>> links =
                ThreadLocal.withInitial(HashMap::new);

        @Override
        public void move(Room room, Link link, long id, Json body) {
            var all = links.get().computeIfAbsent(room, _ -> new LinkedHashSet<>());
            all.add(link);
            long seq = room.head() + 1;
            long epoch = room.placement().epoch();
            var event = new NodeFrame.Event(room.id(), seq, epoch, 0, link.player(), id, body);
            all.forEach(it -> it.tell(room.id(), seq, new Encoded(event)));
            room.move(link, id, body);
        }
    },

    /// A new owner does not know which moves were applied.
    MOVES_FORGOTTEN {
        @Override
        public Slots slots(Slots real) {
            return new OtherSlots(real) {
                @Override
                public CompletableFuture<List<Slot>> from(RoomId room, long slot) {
                    return real.from(room, slot)
                            .thenApply(all ->
                                    all.stream()
                                            .map(it -> new Slot(it.number(), forgetful(it.batch())))
                                            .toList());
                }
            };
        }
    },

    /// A new owner does not shut the one before out.
    NO_BARRIER {
        @Override
        public Slots slots(Slots real) {
            return new OtherSlots(real) {
                @Override
                public CompletableFuture<Optional<Batch>> put(RoomId room, long slot, Batch batch) {
                    return batch.n() == 0
                            ? CompletableFuture.completedFuture(Optional.empty())
                            : real.put(room, slot, batch);
                }
            };
        }
    },

    /// An owner whose next slot is taken takes the one after.
    BARRIER_JUMPED_OVER {
        @Override
        public Slots slots(Slots real) {
            return new OtherSlots(real) {
                @Override
                public CompletableFuture<Optional<Batch>> put(RoomId room, long slot, Batch batch) {
                    return real.put(room, slot, batch)
                            .thenCompose(there ->
                                    batch.n() == 0
                                                    || there.isEmpty()
                                                    || there.get().epoch() == batch.epoch()
                                            ? CompletableFuture.completedFuture(there)
                                            : put(room, slot + 1, batch));
                }
            };
        }
    },

    /// The own batch, found where a lost answer had left it, counts as another's.
    LOST_ANSWER_TAKEN_FOR_FENCED {
        @Override
        public Slots slots(Slots real) {
            return new OtherSlots(real) {
                @Override
                public CompletableFuture<Optional<Batch>> put(RoomId room, long slot, Batch batch) {
                    return real.put(room, slot, batch)
                            .thenApply(there ->
                                    batch.n() == 0 ? there : there.map(Bug::ofTheNextEpoch));
                }
            };
        }
    },

    /// Pongs say nothing, and no owner looks whether it still is one.
    NOBODY_LOOKS {
        @Override
        public Map<RoomId, Long> heads(Map<RoomId, Long> real) {
            return Map.of();
        }

        @Override
        public void recheck(Rooms rooms) {}
    },

    /// Who cannot be told everything that was missed is told that nothing was.
    PARTIAL_REPLAY {
        @Override
        public NodeFrame told(NodeFrame real) {
            return real instanceof NodeFrame.Joined it && it.mode() == Mode.RESET
                    ? new NodeFrame.Joined(
                            it.room(),
                            it.kind(),
                            Mode.RESUMED,
                            it.epoch(),
                            it.seq(),
                            null,
                            it.members(),
                            it.lastMove(),
                            null)
                    : real;
        }
    },

    /// An owner that finds its own barrier takes it for an answer that was lost.
    EPOCH_BEGUN_TWICE {
        @Override
        public Slots slots(Slots real) {
            return new OtherSlots(real) {
                private final Map<RoomId, Long> begun = new HashMap<>();

                @Override
                public CompletableFuture<List<Slot>> from(RoomId room, long slot) {
                    return real.from(room, slot).thenApply(all -> before(begun.get(room), all));
                }

                @Override
                public CompletableFuture<Optional<Batch>> put(RoomId room, long slot, Batch batch) {
                    if (batch.n() == 0) begun.put(room, batch.epoch());
                    return real.put(room, slot, batch)
                            .thenApply(there ->
                                    there.filter(it -> batch.n() > 0 || !it.equals(batch)));
                }
            };
        }
    };

    private static List<Slots.Slot> before(Long epoch, List<Slots.Slot> all) {
        return epoch == null ? all : all.stream().filter(it -> it.batch().epoch() < epoch).toList();
    }

    private static Batch ofTheNextEpoch(Batch batch) {
        return new Batch(
                batch.epoch() + 1, batch.n(), batch.node(), batch.version(), batch.entries());
    }

    private static Batch forgetful(Batch batch) {
        var entries = new ArrayList<Entry<Json>>();
        for (var entry : batch.entries())
            entries.add(
                    entry.cause() instanceof Cause.Moved moved
                            ? new Entry<>(
                                    new Cause.Moved(moved.by(), 0),
                                    entry.at(),
                                    entry.seq(),
                                    entry.events(),
                                    entry.effects(),
                                    entry.over())
                            : entry);
        return new Batch(batch.epoch(), batch.n(), batch.node(), batch.version(), entries);
    }
}
