package games.drawbridge.functions.payments;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Who;
import games.drawbridge.functions.store.Shelf;
import games.drawbridge.model.store.Catalogue;
import java.time.InstantSource;
import java.util.function.Function;

/// The page that describes a pack to Facebook (`og:product`), with its price in each currency.
@Route(value = "GET /og/{sku}", who = Who.ANYBODY, rate = 200, burst = 400)
public final class ProductPage extends Endpoint {
    private final Shelf shelf;
    private final Products products;
    private final String origin;

    public ProductPage() {
        this(Environment.system());
    }

    public ProductPage(Environment environment) {
        shelf = new Shelf(new Aws(environment), InstantSource.system());
        origin = environment.get("ORIGIN");
        products = new Products(origin);
    }

    @Override
    protected Reply answer(Request request) {
        String sku = request.path("sku", Function.identity());
        return shelf.catalogue().packs().stream()
                .filter(each -> each.sku().equals(sku))
                .findFirst()
                .map(this::page)
                .map(html -> Reply.html(html).with("cache-control", "public, max-age=60"))
                .orElseThrow(() -> Problem.notFound("no such pack for sale"));
    }

    private String page(Catalogue.Pack pack) {
        var meta = new StringBuilder();
        line(meta, "og:type", "og:product");
        line(meta, "og:title", pack.title());
        line(meta, "og:plural_title", pack.title());
        line(meta, "og:description", pack.title());
        line(meta, "og:image", origin + "/media/packs/" + pack.sku() + ".png");
        line(meta, "og:url", products.address(pack.sku()));
        for (var price : pack.prices()) {
            line(meta, "product:price:amount", MetaMoney.whole(price).toPlainString());
            line(meta, "product:price:currency", price.currency());
        }
        return """
        <!doctype html>
        <html>
        <head prefix="og: http://ogp.me/ns# fb: http://ogp.me/ns/fb# product: http://ogp.me/ns/product#">
        <meta charset="utf-8">
        <title>%s</title>
        %s</head>
        </html>
        """
                .formatted(escaped(pack.title()), meta);
    }

    private static void line(StringBuilder meta, String property, String content) {
        meta.append(
                "<meta property=\"%s\" content=\"%s\">%n".formatted(property, escaped(content)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
