package games.drawbridge.functions.http;

import com.amazonaws.services.lambda.runtime.Context;
import games.drawbridge.functions.json.JsonText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;

/// Something that should not happen, as one line of JSON in the function's log.
public final class Fault {
    private Fault() {}

    /// @param where the route, or what was being worked on; nothing that a stranger may choose
    public static void log(Context context, String where, Throwable fault) {
        var trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        var line = new LinkedHashMap<String, Object>();
        line.put("level", "error");
        line.put("request", context.getAwsRequestId());
        line.put("function", context.getFunctionName());
        line.put("where", where);
        line.put("fault", fault.toString());
        line.put("trace", trace.toString());
        context.getLogger().log(JsonText.write(line) + "\n");
    }
}
