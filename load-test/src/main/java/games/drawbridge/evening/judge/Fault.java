package games.drawbridge.evening.judge;

/// A promise that was broken, and how.
public record Fault(Promise promise, String what) {
    @Override
    public String toString() {
        return promise + " " + what;
    }
}
