package games.drawbridge.functions.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;

/// What a pack is called on the canvas: the address of the page that describes it.
record Products(String origin) {
    private static final String FOLDER = "/og/";

    String address(String sku) {
        return origin + FOLDER + URLEncoder.encode(sku, UTF_8);
    }

    /// The pack that is meant by an address of ours, or by its own name.
    String sku(String product) {
        String folder = origin + FOLDER;
        if (!product.startsWith(folder)) return product;
        try {
            return URLDecoder.decode(product.substring(folder.length()), UTF_8);
        } catch (IllegalArgumentException _) {
            return product;
        }
    }
}
