package games.drawbridge.realtime.bus;

import games.drawbridge.model.room.Json;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What a node says to other nodes, and hears from them. A text that is lost is never sent again:
/// whoever missed it is told so, and begins again with that peer. Any thread may call.
public final class Bus {

    /// Who hears what comes. Calls are short and never block; those about one peer come one at a
    /// time, mostly: a silence may be told while a text is heard.
    public interface Listener {
        void heard(Address from, Json body);

        /// Something to or from this peer may be lost.
        void missed(Address peer);

        /// Nothing is heard from the peer, and nothing reaches it as far as is known.
        void silent(Address peer);
    }

    private final Address self;
    private final PubSub pubsub;
    private final Executor own;
    private final LongSupplier nanos;
    private final Map<Address, Peer> peers = new ConcurrentHashMap<>();
    private final Pace pace = new Pace();
    private volatile @Nullable Listener listener;
    private volatile long echoAt;
    private volatile long listenedAt;
    private volatile boolean listening;
    private volatile boolean up;

    /// @param own where what this node says to itself is heard, one after the other
    /// @param nanos a monotonic clock
    public Bus(Address self, PubSub pubsub, Executor own, LongSupplier nanos) {
        this.self = self;
        this.pubsub = pubsub;
        this.own = own;
        this.nanos = nanos;
    }

    public void start(Listener listener) {
        this.listener = listener;
        beat();
    }

    /// Whether what is said to that node now is likely to arrive.
    public boolean reaches(Address peer) {
        if (peer.equals(self)) return true;
        var known = peers.get(peer);
        return up && !pace.isHeld(nanos.getAsLong()) && (known == null || !known.isSilent());
    }

    public void send(Address to, Json body) {
        if (to.equals(self)) own.execute(() -> tell().heard(self, body));
        else peer(to).ifPresent(peer -> publish(peer, body));
    }

    /// Lets a node know that this one is there; it will be heard, if it is there itself.
    public void greet(Address to) {
        if (!to.equals(self)) peer(to).ifPresent(peer -> publish(peer, null));
    }

    private Optional<Peer> peer(Address address) {
        if (peers.size() >= BusLimits.PEERS && !peers.containsKey(address)) return Optional.empty();
        return Optional.of(peers.computeIfAbsent(address, it -> new Peer(it, nanos.getAsLong())));
    }

    private void publish(Peer peer, @Nullable Json body) {
        synchronized (peer) {
            var text = new Envelope(self, peer.next(), body).text();
            if (!peer.takes(text)) return;
            published(peer.address, text)
                    .whenComplete((listeners, error) -> {
                        peer.taken(text);
                        if (error == null && listeners == 0) own.execute(() -> silent(peer));
                    });
        }
    }

    private CompletableFuture<Integer> published(Address to, String text) {
        pace.begins(nanos.getAsLong());
        return pubsub.publish(to.channel(), text)
                .whenComplete((_, _) -> pace.ends(nanos.getAsLong()));
    }

    // ---- time ----

    /// Says to all peers, and to itself by the same way, that this node lives. Once every
    /// [BusLimits#BEAT].
    public void beat() {
        long now = nanos.getAsLong();
        boolean echoed = up && now - echoAt <= BusLimits.SILENCE.toNanos();
        if (up && !echoed) down();
        if (!listening || (!echoed && now - listenedAt > BusLimits.SILENCE.toNanos())) listen(now);
        var _ = published(self, new Envelope(self, 0, null).text());
        peers.values().forEach(peer -> beat(peer, now));
    }

    private void beat(Peer peer, long now) {
        if (peer.isSilent() && peer.isUnheard(BusLimits.FORGET, now)) {
            peers.remove(peer.address, peer);
            return;
        }
        publish(peer, null);
        if (peer.isUnheard(BusLimits.SILENCE, now)) silent(peer);
        if (peer.owesMiss(now)) tell().missed(peer.address);
    }

    private void listen(long now) {
        listening = true;
        listenedAt = now;
        pubsub.listen(self.channel(), this::heard, () -> listening = false);
    }

    private void silent(Peer peer) {
        if (peer.becomeSilent()) tell().silent(peer.address);
    }

    /// What this node says does not come back to it: the server is away.
    private void down() {
        up = false;
        peers.values().forEach(this::silent);
    }

    // ---- hearing ----

    private void heard(String text) {
        Envelope.read(text)
                .ifPresent(envelope -> {
                    if (envelope.from().equals(self)) echo();
                    else peer(envelope.from()).ifPresent(peer -> heard(peer, envelope));
                });
    }

    private void echo() {
        echoAt = nanos.getAsLong();
        if (up) return;
        up = true;
        peers.values().forEach(this::missed);
    }

    private void heard(Peer peer, Envelope envelope) {
        var order = peer.hear(envelope.n(), nanos.getAsLong());
        if (order == Peer.Order.TOO_LATE) return;
        if (order == Peer.Order.AFTER_A_GAP) missed(peer);
        var body = envelope.body();
        if (body != null) tell().heard(peer.address, body);
    }

    private void missed(Peer peer) {
        if (peer.misses(nanos.getAsLong())) tell().missed(peer.address);
    }

    private Listener tell() {
        var told = listener;
        if (told == null) throw new IllegalStateException("the bus is not started");
        return told;
    }
}
