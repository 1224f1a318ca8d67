package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Calls;

/// What operators do with the live configuration.
public final class ConfigAdminCalls extends Calls {
    public ConfigAdminCalls() {
        this(Environment.system());
    }

    public ConfigAdminCalls(Environment environment) {
        this(new Aws(environment));
    }

    private ConfigAdminCalls(Aws aws) {
        super(new ReadConfig(aws), new SetConfig(aws), new RollBackConfig(aws));
    }
}
