package games.drawbridge.model.store;

import games.drawbridge.model.store.Catalogue.Grant;
import games.drawbridge.model.store.Catalogue.Price;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks a catalogue over before it goes live: whether all that it names is there, and whether what
/// it says can be meant.
public final class Inspection {
    private static final int HUNDRED = 100;

    private final Catalogue catalogue;
    private final List<Finding> findings = new ArrayList<>();

    private Inspection(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// What is wrong with it; nothing, if it may go live.
    public static List<Finding> of(Catalogue catalogue) {
        var inspection = new Inspection(catalogue);
        inspection.title();
        for (int n = 0; n < catalogue.items().size(); n++)
            inspection.item("/items/" + n, catalogue.items().get(n));
        for (int n = 0; n < catalogue.packs().size(); n++)
            inspection.pack("/packs/" + n, catalogue.packs().get(n));
        return List.copyOf(inspection.findings);
    }

    private void title() {
        if (catalogue.zone() != null) zone(catalogue.zone());
        once("/currencies", catalogue.currencies());
        once("/goods", catalogue.goods().stream().map(Good::unit).toList());
        for (int n = 0; n < catalogue.goods().size(); n++) {
            String kind = catalogue.goods().get(n).kind();
            if (List.of("currency", "money", "debt").contains(kind))
                found("/goods/" + n + "/kind", kind + " is no kind of goods");
        }
        var levels = catalogue.levels();
        if (levels == null) return;
        currency("/levels/currency", levels.currency());
        for (int n = 1; n < levels.steps().size(); n++)
            if (levels.steps().get(n) <= levels.steps().get(n - 1))
                found("/levels/steps/" + n, "each step must be more than the one before");
    }

    private void zone(String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException _) {
            found("/zone", "no such time zone: " + zone);
        }
    }

    private void item(String path, Item item) {
        currency(path + "/price/currency", item.price().currency());
        grants(path + "/grants", item.grants());
        boolean limited = item.limit() != null || !item.limits().isEmpty();
        if (!limited && costsNothing(item))
            found(path, "what costs nothing needs a limit, or a player takes all there is");
        once(path + "/limits", item.limits().stream().map(Limit::per).toList());
        if (item.first() != null) cheaper(path + "/first", item.first(), item);
        for (int n = 0; n < item.sales().size(); n++)
            cheaper(path + "/sales/" + n + "/price", item.sales().get(n).price(), item);
        for (int n = 0; n < item.requires().size(); n++)
            requirement(path + "/requires/" + n, item.requires().get(n));
        if (item.variants() != null) variants(path + "/variants", item.variants(), item);
    }

    private static boolean costsNothing(Item item) {
        var variants = item.variants() == null ? List.<Variants.Variant>of() : item.variants().of();
        return item.price().amount() == 0
                || item.sales().stream().anyMatch(sale -> sale.price().amount() == 0)
                || variants.stream().map(Variants.Variant::price).anyMatch(Inspection::isNothing);
    }

    private static boolean isNothing(@Nullable Price price) {
        return price != null && price.amount() == 0;
    }

    private void cheaper(String path, Price price, Item item) {
        sameCurrency(path, price, item);
        if (price.amount() >= item.price().amount())
            found(path + "/amount", "must be less than the usual price");
    }

    private void sameCurrency(String path, Price price, Item item) {
        if (!price.currency().equals(item.price().currency()))
            found(path + "/currency", "must be that of the usual price");
    }

    private void pack(String path, Catalogue.Pack pack) {
        packed(path + "/grants", pack.grants());
        packed(path + "/first", pack.first());
        once(path + "/prices", pack.prices().stream().map(Catalogue.Money::currency).toList());
        for (int n = 0; n < pack.prices().size(); n++)
            if (!isMoney(pack.prices().get(n).currency()))
                found(path + "/prices/" + n + "/currency", "no currency of ISO 4217");
    }

    /// Money can come back in part, and half of a unique piece is none.
    private void packed(String path, List<Grant> grants) {
        grants(path, grants);
        for (int n = 0; n < grants.size(); n++) {
            var good = good(grants.get(n).kind(), grants.get(n).id());
            if (good != null && good.unique())
                found(path + "/" + n, "what is unique is not sold for real money");
        }
    }

    private static boolean isMoney(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private void variants(String path, Variants variants, Item item) {
        int shares = 0;
        for (int n = 0; n < variants.of().size(); n++) {
            var variant = variants.of().get(n);
            String here = path + "/of/" + n;
            shares += variant.share();
            if (variant.price() != null) sameCurrency(here + "/price", variant.price(), item);
            if (variant.grants() == null) continue;
            grants(here + "/grants", variant.grants());
            if (variant.grants().stream().anyMatch(it -> it.unit().equals(item.price().unit())))
                found(here + "/grants", "grants what it is paid with");
        }
        if (shares != HUNDRED) found(path + "/of", "shares are " + shares + " together, not 100");
        once(path + "/of", variants.of().stream().map(Variants.Variant::name).toList());
    }

    private void requirement(String path, Requirement requirement) {
        switch (requirement) {
            case Requirement.Level _ -> {
                if (catalogue.levels() == null)
                    found(path + "/level", "the catalogue has no levels");
            }
            case Requirement.Owns(var kind, var id, _) -> stacked(path + "/owns", kind, id);
            case Requirement.Lacks(var kind, var id) -> stacked(path + "/lacks", kind, id);
        }
    }

    private void stacked(String path, String kind, String id) {
        var good = good(kind, id);
        if (good == null) found(path, "no such good: " + kind + ":" + id);
        else if (good.unique()) found(path, "a unique good cannot be asked for");
    }

    private void grants(String path, List<Grant> grants) {
        if (grants.size() > Item.MOST_GRANTS)
            found(path, "more than " + Item.MOST_GRANTS + " grants");
        once(path, grants.stream().map(grant -> grant.kind() + ":" + grant.id()).toList());
        long instances = 0;
        for (int n = 0; n < grants.size(); n++) {
            var grant = grants.get(n);
            String here = path + "/" + n;
            if (grant.kind().equals("currency")) currency(here + "/id", grant.id());
            else {
                var good = good(grant.kind(), grant.id());
                if (good == null) found(here, "no such good: " + grant.kind() + ":" + grant.id());
                else if (good.unique()) instances += grant.amount();
            }
        }
        if (instances > Order.MOST_INSTANCES)
            found(path, "more than " + Order.MOST_INSTANCES + " pieces of unique goods");
    }

    private @Nullable Good good(String kind, String id) {
        return catalogue.goods().stream()
                .filter(good -> good.kind().equals(kind) && good.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private void currency(String path, String currency) {
        if (!catalogue.currencies().contains(currency))
            found(path, "no such currency: " + currency);
    }

    private void once(String path, List<?> things) {
        var seen = new HashSet<Object>();
        for (int n = 0; n < things.size(); n++)
            if (!seen.add(things.get(n))) found(path + "/" + n, things.get(n) + " is there twice");
    }

    private void found(String path, String fault) {
        findings.add(new Finding(path, fault));
    }
}
