package games.drawbridge.model.finance;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The columns of a movement, in the order of the files, and with the same names in the table: a
/// contract with everybody's scripts (docs/finance.md). Columns may be added at the end; none
/// changes its name, type or meaning.
public enum Column {
    ID("id", Type.TEXT),
    MONTH("month", Type.TEXT),
    BOOKED_AT("bookedAt", Type.TIME),
    KIND("kind", Type.TEXT),
    PROVIDER("provider", Type.TEXT),
    PAYMENT("payment", Type.TEXT),
    ACTION("action", Type.TEXT),
    AT("at", Type.TIME),
    PROVIDER_DAY("providerDay", Type.DAY),
    TEST("test", Type.TRUTH),
    ORIGINAL("original", Type.TEXT),
    ORIGINAL_MONTH("originalMonth", Type.TEXT),
    PLAYER("player", Type.TEXT),
    ORDER("order", Type.TEXT),
    SKU("sku", Type.TEXT),
    QUANTITY("quantity", Type.WHOLE),
    COUNTRY("country", Type.TEXT),
    TAX_COUNTRY("taxCountry", Type.TEXT),
    TAX_TREATMENT("taxTreatment", Type.TEXT),
    AFFILIATE("affiliate", Type.TEXT),
    CURRENCY("currency", Type.TEXT),
    EXPONENT("exponent", Type.WHOLE),
    GROSS("gross", Type.WHOLE),
    TAX("tax", Type.WHOLE),
    FEE("fee", Type.WHOLE),
    NET("net", Type.WHOLE),
    FX_RATE("fxRate", Type.TEXT),
    FX_SOURCE("fxSource", Type.TEXT),
    FX_DAY("fxDay", Type.DAY),
    SETTLE_CURRENCY("settleCurrency", Type.TEXT),
    SETTLE_EXPONENT("settleExponent", Type.WHOLE),
    SETTLE_AMOUNT("settleAmount", Type.WHOLE);

    /// What a column holds, and as which Java type it is given.
    public enum Type {
        /// `String`
        TEXT,
        /// `Long`
        WHOLE,
        /// `Boolean`
        TRUTH,
        /// `Instant` to the millisecond
        TIME,
        /// `LocalDate`
        DAY
    }

    private final String word;
    private final Type type;

    Column(String word, Type type) {
        this.word = word;
        this.type = type;
    }

    /// As it is called in the table and the files.
    public String word() {
        return word;
    }

    public Type type() {
        return type;
    }

    /// Nothing where the movement has none.
    public @Nullable Object of(Movement it) {
        return switch (this) {
            case ID -> it.id();
            case MONTH -> it.month().toString();
            case BOOKED_AT -> it.bookedAt();
            case KIND -> it.kind().word();
            case PROVIDER -> it.source().provider().word();
            case PAYMENT -> it.source().payment();
            case ACTION -> it.source().action();
            case AT -> it.source().at();
            case PROVIDER_DAY -> it.source().day();
            case TEST -> it.source().test();
            case ORIGINAL -> followed(it, Original::id);
            case ORIGINAL_MONTH -> followed(it, each -> each.month().toString());
            case PLAYER -> textOf(it.sale().player());
            case ORDER -> it.sale().order();
            case SKU -> it.sale().sku();
            case QUANTITY -> (long) it.sale().quantity();
            case COUNTRY -> it.sale().country();
            case TAX_COUNTRY -> it.sale().taxCountry();
            case TAX_TREATMENT -> it.sale().taxTreatment();
            case AFFILIATE -> it.sale().affiliate();
            case CURRENCY -> it.split().currency().code();
            case EXPONENT -> (long) it.split().exponent();
            case GROSS -> it.split().gross();
            case TAX -> it.split().tax();
            case FEE -> it.split().fee();
            case NET -> it.split().net();
            case FX_RATE -> settled(it, each -> each.rate().toPlainString());
            case FX_SOURCE -> settled(it, Settlement::source);
            case FX_DAY -> settled(it, Settlement::day);
            case SETTLE_CURRENCY -> settled(it, each -> each.amount().currency().code());
            case SETTLE_EXPONENT -> settled(it, each -> (long) each.amount().exponent());
            case SETTLE_AMOUNT -> settled(it, each -> each.amount().minor());
        };
    }

    private static @Nullable String textOf(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable Object followed(Movement it, Function<Original, Object> value) {
        return it.original() == null ? null : value.apply(it.original());
    }

    private static @Nullable Object settled(Movement it, Function<Settlement, Object> value) {
        return it.settlement() == null ? null : value.apply(it.settlement());
    }
}
