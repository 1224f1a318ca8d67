package games.drawbridge.functions.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.functions.json.JsonText;

/// What a server said.
public record WebAnswer(int status, String body) {

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /// @throws IllegalStateException when it is no JSON
    public JsonNode json() {
        try {
            return JsonText.strictly(body);
        } catch (JacksonException wrong) {
            throw new IllegalStateException("an answer of " + status + " is no JSON", wrong);
        }
    }

    /// It may hold what is between the player and the provider.
    @Override
    public String toString() {
        return status + ", " + body.length() + " characters";
    }
}
