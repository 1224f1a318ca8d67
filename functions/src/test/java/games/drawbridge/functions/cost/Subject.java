package games.drawbridge.functions.cost;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/// What is measured: a function as it is deployed, and what it is asked.
///
/// @param name of the function in the template
/// @param by who wrote it: `drawbridge`, or the framework
/// @param jar with which its JVM starts
/// @param deployed the file that Lambda gets
/// @param handler the class that Lambda is told
/// @param memory that Lambda gives it, in MB
/// @param variables its environment
/// @param route of the request
/// @param event the next one as JSON
record Subject(
        String name,
        String by,
        Path jar,
        Path deployed,
        String handler,
        int memory,
        Map<String, String> variables,
        String route,
        Supplier<String> event) {
    static final String OURS = "drawbridge";

    boolean isOurs() {
        return by.equals(OURS);
    }
}
