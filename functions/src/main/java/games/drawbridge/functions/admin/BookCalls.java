package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// Who closes months, says what affiliates get, and looks at what their players play.
public final class BookCalls extends Calls {
    public BookCalls() {
        this(Environment.system());
    }

    public BookCalls(Environment environment) {
        super(
                new ShowStatement(environment),
                new AskStatement(environment),
                new SetContract(environment),
                new ListAffiliateGames(environment));
    }
}
