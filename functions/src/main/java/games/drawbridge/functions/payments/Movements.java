package games.drawbridge.functions.payments;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.finance.MovementTable;
import games.drawbridge.model.finance.Currency;
import games.drawbridge.model.finance.FeeTerms;
import games.drawbridge.model.finance.Money;
import games.drawbridge.model.finance.Movement;
import games.drawbridge.model.finance.Original;
import games.drawbridge.model.finance.ProviderName;
import games.drawbridge.model.finance.Sale;
import games.drawbridge.model.finance.Settlement;
import games.drawbridge.model.finance.Source;
import games.drawbridge.model.finance.Split;
import games.drawbridge.model.payments.Action;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// What each action is in the books.
final class Movements {
    /// Stripe says what it keeps of each payment, and keeps it for ever.
    private static final FeeTerms STRIPE =
            new FeeTerms(BigDecimal.ZERO, FeeTerms.Base.GROSS, false);

    private final MovementTable table;

    private final String metaFee;

    Movements(Aws aws) {
        table = new MovementTable(aws);
        metaFee = aws.environment().get("META_FEE");
    }

    /// The movement that an action is, as part of its transaction; empty where no money moves.
    Optional<TransactWriteItem> of(KeptOrder kept, Told told, Action action, Instant now) {
        return movement(kept, told, action, now).map(table::add);
    }

    private Optional<Movement> movement(KeptOrder kept, Told told, Action action, Instant now) {
        var gross = money(action);
        var provider = ProviderName.of(told.provider());
        return switch (action.kind()) {
            case CHARGE -> {
                var split = charge(gross, told);
                yield Optional.of(
                        new Movement(
                                Movement.Kind.CHARGE,
                                now,
                                source(told, action.key(), action.at()),
                                split,
                                settlement(split, told, action),
                                sale(kept, told),
                                null));
            }
            case REFUND, CHARGEBACK, REVERSAL -> {
                var charge = charge(provider, told);
                var back = charge.split().back(gross.minor(), terms(provider));
                boolean comesIn = action.kind() == Action.Kind.REVERSAL;
                var split = comesIn ? back.negated() : back;
                yield Optional.of(
                        new Movement(
                                Movement.Kind.of(action.kind().word()),
                                now,
                                source(told, action.key(), action.at()),
                                split,
                                settlement(split, told, action),
                                sale(kept, told),
                                new Original(charge.id(), charge.month())));
            }
            case DECLINE, DISPUTE, RESOLUTION -> Optional.empty();
        };
    }

    /// Books what the provider takes beside, each once.
    void fees(KeptOrder kept, Told told, Instant now) {
        for (var fee : told.books().fees()) {
            var currency = new Currency(fee.currency());
            var money = new Money(fee.amount(), currency, currency.exponent());
            var movement =
                    new Movement(
                            Movement.Kind.FEE,
                            now,
                            source(told, fee.key(), fee.at()),
                            Split.fee(money),
                            null,
                            sale(kept, told),
                            null);
            table.addOnce(movement);
        }
    }

    private Movement charge(ProviderName provider, Told told) {
        return table.of(provider, told.payment()).stream()
                .filter(each -> each.kind() == Movement.Kind.CHARGE)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no charge of " + told.payment()));
    }

    private Split charge(Money gross, Told told) {
        var books = told.books();
        return books.fee() == null
                ? Split.charge(gross, books.tax(), terms(ProviderName.of(told.provider())))
                : Split.of(gross, books.tax(), books.fee());
    }

    private FeeTerms terms(ProviderName provider) {
        return switch (provider) {
            case FACEBOOK, INSTANT -> meta();
            case STRIPE -> STRIPE;
        };
    }

    /// Meta keeps its part of what is left after tax, and gives it back with a refund.
    private FeeTerms meta() {
        return new FeeTerms(new BigDecimal(metaFee), FeeTerms.Base.GROSS_WITHOUT_TAX, true);
    }

    private static @Nullable Settlement settlement(Split split, Told told, Action action) {
        var books = told.books();
        if (books.rate() == null || books.paidOut() == null) return null;
        var provider = ProviderName.of(told.provider());
        return Settlement.of(
                split,
                books.rate(),
                provider.word(),
                provider.day(action.at()),
                new Currency(books.paidOut()));
    }

    private static Source source(Told told, String key, Instant at) {
        return new Source(ProviderName.of(told.provider()), told.payment(), key, at, told.isTest());
    }

    private static Sale sale(KeptOrder kept, Told told) {
        var order = kept.order();
        return new Sale(
                order.player(),
                order.id(),
                order.sku(),
                order.quantity(),
                told.books().country(),
                told.books().taxCountry(),
                told.books().taxTreatment(),
                order.affiliate());
    }

    private static Money money(Action action) {
        var currency = new Currency(action.money().currency());
        return new Money(action.money().amount(), currency, currency.exponent());
    }
}
