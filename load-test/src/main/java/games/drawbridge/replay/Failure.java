package games.drawbridge.replay;

/// Why there is nothing to replay, in a sentence.
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String sentence) {
        super(sentence, null, false, false);
    }
}
