package games.drawbridge.local;

import java.util.Map;

/// Tells the world's programs where things are. Whoever wants to see what they do about a fault
/// tells them another way, with something of their own in between.
@FunctionalInterface
public interface Directions {

    /// Nothing in between.
    Directions STRAIGHT = (_, environment) -> environment;

    /// The name of all functions together, which run in the world's own JVM.
    String FUNCTIONS = "functions";

    /// Called before a program starts, each time, on any thread.
    ///
    /// @param program a node's name, or [#FUNCTIONS]
    /// @param environment what it would be told
    /// @return what it is told instead
    Map<String, String> given(String program, Map<String, String> environment);
}
