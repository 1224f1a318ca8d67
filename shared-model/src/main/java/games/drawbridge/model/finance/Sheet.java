package games.drawbridge.model.finance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A file of a statement.
///
/// @param name without any ending
/// @param rows each with a value for every field, of the Java type that the field's type says
public record Sheet(String name, List<Field> fields, List<List<@Nullable Object>> rows) {

    private static final List<Field> SUM =
            List.of(
                    Field.text("currency"),
                    Field.whole("exponent"),
                    Field.whole("rows"),
                    Field.whole("gross"),
                    Field.whole("tax"),
                    Field.whole("fee"),
                    Field.whole("net"));

    /// All but the movements themselves.
    public static List<Sheet> of(Statement it, Currency reporting) {
        return List.of(
                totals(it.totals(), reporting),
                sheet(
                        "currencies",
                        List.of(),
                        it.currencies(),
                        _ -> List.of(),
                        Line.PerCurrency::sum),
                taxes(it),
                sheet(
                        "fees",
                        List.of(Field.text("provider")),
                        it.fees(),
                        line -> cells(line.provider().word()),
                        Line.Fee::sum),
                conversions(it),
                open(it),
                shares(it),
                unagreed(it),
                payouts(it));
    }

    private static Sheet totals(Totals it, Currency reporting) {
        var fields =
                List.of(
                        Field.text("line"),
                        Field.text("currency"),
                        Field.whole("exponent"),
                        Field.whole("amount"));
        var rows = new ArrayList<List<@Nullable Object>>();
        it.lines()
                .forEach((line, amount) ->
                        rows.add(
                                cells(
                                        line,
                                        reporting.code(),
                                        (long) reporting.exponent(),
                                        amount)));
        return new Sheet("totals", fields, rows);
    }

    private static Sheet taxes(Statement it) {
        return sheet(
                "taxes",
                List.of(
                        Field.text("taxCountry"),
                        Field.text("taxTreatment"),
                        Field.text("provider")),
                it.taxes(),
                line -> cells(line.country(), line.treatment(), line.provider().word()),
                Line.Tax::sum);
    }

    private static Sheet conversions(Statement it) {
        var fields =
                List.of(
                        Field.text("month"),
                        Field.day("day"),
                        Field.text("rate"),
                        Field.day("rateDay"),
                        Field.text("rateSource"),
                        Field.whole("reportedGross"),
                        Field.whole("reportedTax"),
                        Field.whole("reportedFee"),
                        Field.whole("reportedNet"),
                        Field.whole("rounding"));
        return sheet(
                "conversions",
                fields,
                it.conversions(),
                line ->
                        cells(
                                line.month().toString(),
                                line.day(),
                                line.quote().rate().toPlainString(),
                                line.quote().day(),
                                line.quote().source(),
                                line.converted().gross(),
                                line.converted().tax(),
                                line.converted().fee(),
                                line.converted().net(),
                                line.converted().rounding()),
                Line.Conversion::sum);
    }

    private static Sheet open(Statement it) {
        return sheet(
                "open",
                List.of(
                        Field.text("month"),
                        Field.day("day"),
                        Field.text("affiliate"),
                        Field.text("saleMonth")),
                it.open(),
                line ->
                        cells(
                                line.month().toString(),
                                line.day(),
                                line.affiliate(),
                                line.saleMonth().toString()),
                Line.Open::sum);
    }

    private static Sheet shares(Statement it) {
        var fields =
                List.of(
                        Field.text("affiliate"),
                        Field.text("saleMonth"),
                        Field.whole("share"),
                        Field.whole("base"),
                        Field.whole("amount"));
        return plain(
                "shares",
                fields,
                it.shares(),
                line ->
                        cells(
                                line.affiliate(),
                                line.saleMonth().toString(),
                                (long) line.share(),
                                line.base(),
                                line.amount()));
    }

    private static Sheet unagreed(Statement it) {
        return plain(
                "unagreed",
                List.of(Field.text("affiliate"), Field.text("saleMonth"), Field.text("base")),
                it.unagreed(),
                line ->
                        cells(
                                line.affiliate(),
                                line.saleMonth().toString(),
                                line.base().toPlainString()));
    }

    private static Sheet payouts(Statement it) {
        var fields =
                List.of(
                        Field.text("affiliate"),
                        Field.whole("carried"),
                        Field.whole("shares"),
                        Field.whole("minimum"),
                        Field.whole("paid"),
                        Field.whole("left"));
        return plain(
                "payouts",
                fields,
                it.payouts(),
                line ->
                        cells(
                                line.affiliate(),
                                line.carried(),
                                line.shares(),
                                line.minimum(),
                                line.paid(),
                                line.left()));
    }

    /// Lines with a sum at the end.
    private static <L> Sheet sheet(
            String name,
            List<Field> fields,
            List<L> lines,
            Function<L, List<@Nullable Object>> cells,
            Function<L, Sum> sum) {
        return plain(
                name,
                Stream.concat(fields.stream(), SUM.stream()).toList(),
                lines,
                line -> {
                    var row = new ArrayList<>(cells.apply(line));
                    row.addAll(sum(sum.apply(line)));
                    return row;
                });
    }

    private static List<Object> sum(Sum sum) {
        var it = sum.split();
        return List.of(
                it.currency().code(),
                (long) it.exponent(),
                sum.rows(),
                it.gross(),
                it.tax(),
                it.fee(),
                it.net());
    }

    private static <L> Sheet plain(
            String name,
            List<Field> fields,
            List<L> lines,
            Function<L, List<@Nullable Object>> cells) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (L line : lines) rows.add(cells.apply(line));
        return new Sheet(name, fields, rows);
    }

    private static List<@Nullable Object> cells(@Nullable Object... values) {
        var cells = new ArrayList<@Nullable Object>();
        for (Object value : values) cells.add(value);
        return cells;
    }
}
