package games.drawbridge.local.refusal;

/// Why the local world does not start or go on, in one sentence for the person at the keyboard.
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refusal(String sentence) {
        super(sentence);
    }

    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// The sentence itself.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
