package games.drawbridge.functions.inbox;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;

/// A player's mail.
public final class MailHolding implements Holding {
    private final MailTable mails;

    public MailHolding(Aws aws, InstantSource clock) {
        mails = new MailTable(aws, clock);
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Object export(PlayerId player) {
        return mails.all(player);
    }

    @Override
    public void move(PlayerId from, PlayerId into) {
        mails.move(from, into);
    }

    @Override
    public void erase(PlayerId player) {
        mails.erase(player);
    }
}
