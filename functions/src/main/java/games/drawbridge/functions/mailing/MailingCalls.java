package games.drawbridge.functions.mailing;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// The mailing list, from the game and from e-mails.
public final class MailingCalls extends Calls {
    public MailingCalls() {
        this(Environment.system());
    }

    public MailingCalls(Environment environment) {
        super(
                new GetMailing(environment),
                new PutMailing(environment),
                new DeleteMailing(environment),
                new ShowConfirm(environment),
                new Confirm(environment),
                new ShowUnsubscribe(environment),
                new Unsubscribe(environment));
    }
}
