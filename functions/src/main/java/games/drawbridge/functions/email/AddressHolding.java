package games.drawbridge.functions.email;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.model.player.PlayerId;

/// A player's e-mail addresses. Which addresses want nothing more is kept by their hashes alone and
/// is nobody's.
public final class AddressHolding implements Holding {
    private final AddressTable addresses;

    public AddressHolding(Aws aws) {
        addresses = new AddressTable(aws);
    }

    @Override
    public String name() {
        return "emailAddresses";
    }

    @Override
    public Object export(PlayerId player) {
        return addresses.of(player);
    }

    @Override
    public void move(PlayerId from, PlayerId into) {
        addresses.move(from, into);
    }

    @Override
    public void erase(PlayerId player) {
        addresses.erase(player);
    }
}
