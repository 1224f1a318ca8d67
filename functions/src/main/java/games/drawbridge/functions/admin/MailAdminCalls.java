package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// What operators write to players.
public final class MailAdminCalls extends Calls {
    public MailAdminCalls() {
        this(Environment.system());
    }

    public MailAdminCalls(Environment environment) {
        super(new SendMail(environment), new SendNewsletter(environment));
    }
}
