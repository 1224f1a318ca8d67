package games.drawbridge.model.clans;

import java.util.Optional;

/// A member wants a member out of the clan; oneself, too.
public record Removal(Member by, Member of) {

    /// Why it does not happen; empty when it does.
    public Optional<Refusal> refusal() {
        if (by.player().equals(of.player())) return Optional.empty();
        boolean may = by.may(Permission.REMOVE) && by.role().outranks(of.role());
        return may ? Optional.empty() : Optional.of(Refusal.NOT_ALLOWED);
    }
}
