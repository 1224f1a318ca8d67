package games.drawbridge.local.services;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A mail that would have been sent.
///
/// @param at ISO-8601
/// @param headers beside the usual ones, of mails that were handed over in parts
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Mail(
        String id,
        String at,
        String from,
        List<String> to,
        String subject,
        String text,
        String html,
        @Nullable Map<String, String> headers) {

    /// Mails of older worlds have none.
    public Mail {
        headers = headers == null ? Map.of() : Map.copyOf(headers);
    }

    /// Whether the address is among its receivers.
    public boolean isTo(String address) {
        return to.stream().anyMatch(each -> bare(each).equalsIgnoreCase(bare(address)));
    }

    /// `ann@example.com`, of `Ann <ann@example.com>` too.
    private static String bare(String address) {
        int open = address.lastIndexOf('<');
        return (open < 0 ? address : address.substring(open + 1).replace(">", "")).strip();
    }
}
