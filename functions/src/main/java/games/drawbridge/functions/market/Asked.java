package games.drawbridge.functions.market;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.wallet.Receipt;
import games.drawbridge.model.market.OfferId;
import games.drawbridge.model.player.PlayerId;

/// Who asks for something that happens once, and under which key.
///
/// @param id made of player and key, so that the same wish is the same offer
/// @param hash of what is asked: the same key with something else is a mistake
record Asked(PlayerId player, String key, OfferId id, String hash) {

    /// @param what names the call and what is in its path
    static Asked of(Request request, String what) {
        var player = request.player();
        String key = request.idempotencyKey();
        String id = Digest.sha256(player + "\n" + key).substring(0, MarketCallLimits.ID_DIGITS);
        String body = request.bodyIfAny().text();
        return new Asked(player, key, new OfferId(id), Digest.sha256(what + "\n" + body));
    }

    Receipt receipt(int status, Object answer) {
        return new Receipt(hash, status, JsonText.write(answer));
    }
}
