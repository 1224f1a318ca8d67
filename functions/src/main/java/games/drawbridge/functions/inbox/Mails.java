package games.drawbridge.functions.inbox;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.model.room.Effect;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Writes to players: into their inboxes, and if they are connected they are told so.
public final class Mails {
    private final MailTable mails;
    private final MailNewsTable news;

    public Mails(Aws aws, InstantSource clock) {
        mails = new MailTable(aws, clock);
        news = new MailNewsTable(aws, clock);
    }

    /// Puts mail into its player's inbox, once per source.
    ///
    /// @param source names what wrote it: room, seq and position
    public void add(Effect.Mail mail, String source, Instant at) {
        add(mail, List.of(), source, at, InboxLimits.KEPT);
    }

    /// The same with something that the player can take out of it.
    ///
    /// @param attachments each unit once
    /// @param kept how long, 90 days at most
    public void add(
            Effect.Mail mail,
            List<Attachment> attachments,
            String source,
            Instant at,
            Duration kept) {
        var id = MailId.of(source, at);
        mails.add(mail, attachments, id, at, kept);
        news.tell(mail.player(), id); // also of one that was there: who wrote it may have died here
    }
}
