package games.drawbridge.local.process;

import java.io.IOException;
import java.util.Arrays;

/// The main class of every child that is a JVM: runs the program that its first argument names, and
/// ends it when the world is gone. The world holds the other end of standard input and never
/// writes; its end, however sudden, is the end of that input.
public final class Leash {

    /// As after a signal 9, for the world itself is no more.
    private static final int GONE = 137;

    private Leash() {}

    /// @param arguments the program's main class, then its own arguments
    /// @throws Exception what the program throws
    public static void main(String[] arguments) throws Exception {
        var watch = new Thread(Leash::endWithTheWorld, "leash");
        watch.setDaemon(true);
        watch.start();
        var program = Class.forName(arguments[0]);
        var own = Arrays.copyOfRange(arguments, 1, arguments.length);
        program.getMethod("main", String[].class).invoke(null, (Object) own);
    }

    private static void endWithTheWorld() {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever written
            }
        } catch (IOException _) {
            // as good as its end
        }
        Runtime.getRuntime().halt(GONE);
    }
}
