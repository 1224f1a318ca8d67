package games.drawbridge.local.http;

/// Answers requests; may take its time.
@FunctionalInterface
public interface Answerer {
    Response answer(Request request) throws Exception;
}
