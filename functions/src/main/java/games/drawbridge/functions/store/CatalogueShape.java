package games.drawbridge.functions.store;

import static games.drawbridge.functions.store.Shape.instant;
import static games.drawbridge.functions.store.Shape.list;
import static games.drawbridge.functions.store.Shape.object;
import static games.drawbridge.functions.store.Shape.oneOf;
import static games.drawbridge.functions.store.Shape.text;
import static games.drawbridge.functions.store.Shape.whole;

import java.util.Map;
import java.util.regex.Pattern;

/// How a catalogue is written.
final class CatalogueShape {
    private static final Shape NAME = text(Pattern.compile("[a-z][a-z0-9-]{0,31}"));
    private static final Shape ID = text(Pattern.compile("[a-z0-9-]{1,64}"));
    private static final Shape SKU = text(Pattern.compile("[A-Za-z0-9_-]{1,64}"));
    private static final Shape TITLE = text(Pattern.compile("[^\\p{Cntrl}]{1,100}"));
    private static final Shape VERSION = text(Pattern.compile("[A-Za-z0-9._-]{1,40}"));
    private static final Shape ISO_4217 = text(Pattern.compile("[A-Z]{3}"));
    private static final Shape ZONE = text(Pattern.compile("[A-Za-z0-9_+/-]{1,64}"));
    private static final Shape PERIOD = text(Pattern.compile("day|week|month"));
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9]{0,31}");

    private static final Shape PRICE =
            object(Map.of("currency", NAME, "amount", whole(0, StoreLimits.AMOUNT)), Map.of());
    private static final Shape GRANTS =
            list(
                    1,
                    StoreLimits.LIST,
                    object(
                            Map.of("kind", NAME, "id", ID, "amount", whole(1, StoreLimits.AMOUNT)),
                            Map.of()));

    private static final Shape GOOD =
            object(
                    Map.of("kind", NAME, "id", ID),
                    Map.of(
                            "unique", Shape.flag(),
                            "attributes", Shape.map(StoreLimits.LIST, ATTRIBUTE, TITLE)));

    private static final Shape LEVELS =
            object(
                    Map.of(
                            "currency",
                            NAME,
                            "steps",
                            list(1, StoreLimits.LEVELS, whole(1, Long.MAX_VALUE))),
                    Map.of());

    private static final Shape LIMIT =
            object(Map.of("most", whole(1, StoreLimits.AMOUNT), "per", PERIOD), Map.of());

    private static final Shape SALE =
            object(
                    Map.of(
                            "price",
                            PRICE,
                            "during",
                            object(Map.of("from", instant(), "until", instant()), Map.of())),
                    Map.of());

    private static final Shape VARIANTS =
            object(
                    Map.of(
                            "test",
                            ID,
                            "of",
                            list(
                                    2,
                                    StoreLimits.LIST,
                                    object(
                                            Map.of("name", ID, "share", whole(1, 99)),
                                            Map.of("price", PRICE, "grants", GRANTS)))),
                    Map.of());

    private static final Shape REQUIREMENT =
            oneOf(
                    Map.of(
                            "level", object(Map.of("least", whole(1, 10_000)), Map.of()),
                            "owns",
                                    object(
                                            Map.of("kind", NAME, "id", ID),
                                            Map.of("least", whole(1, StoreLimits.AMOUNT))),
                            "lacks", object(Map.of("kind", NAME, "id", ID), Map.of())));

    private static final Shape ITEM =
            object(
                    Map.of("sku", SKU, "title", TITLE, "price", PRICE, "grants", GRANTS),
                    Map.of(
                            "limit", whole(1, Integer.MAX_VALUE),
                            "limits", list(0, 3, LIMIT),
                            "offered",
                                    object(Map.of(), Map.of("from", instant(), "until", instant())),
                            "sales", list(0, StoreLimits.LIST, SALE),
                            "first", PRICE,
                            "variants", VARIANTS,
                            "requires", list(0, StoreLimits.REQUIREMENTS, REQUIREMENT)));

    private static final Shape MONEY =
            object(Map.of("currency", ISO_4217, "amount", whole(1, StoreLimits.AMOUNT)), Map.of());

    private static final Shape PACK =
            object(
                    Map.of(
                            "sku", SKU,
                            "title", TITLE,
                            "prices", list(1, StoreLimits.PRICES, MONEY),
                            "grants", GRANTS),
                    Map.of("first", GRANTS));

    static final Shape WHOLE =
            object(
                    Map.of(
                            "version", VERSION,
                            "currencies", list(1, StoreLimits.LIST, NAME),
                            "goods", list(0, StoreLimits.GOODS, GOOD),
                            "items", list(0, StoreLimits.ITEMS, ITEM),
                            "packs", list(0, StoreLimits.ITEMS, PACK)),
                    Map.of("zone", ZONE, "levels", LEVELS));

    private CatalogueShape() {}
}
