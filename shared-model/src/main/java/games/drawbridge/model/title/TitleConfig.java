package games.drawbridge.model.title;

import games.drawbridge.model.config.Setting;
import java.util.List;

/// What operators of this title may change while it runs. A new setting is one line here.
public final class TitleConfig {
    /// A line for all players, on the first screen; empty: none.
    public static final Setting.Text MOTD = new Setting.Text("motd", "", 500);

    /// Whether players may offer and buy; what is on offer already can always be taken back.
    public static final Setting.Flag MARKET = new Setting.Flag("market.open", true);

    /// Of the price of what is sold, hundredths that nobody gets.
    public static final Setting.Whole MARKET_FEE =
            new Setting.Whole("market.fee-percent", 5L, 0, 50);

    /// Offers that one player may make in a day.
    public static final Setting.Whole MARKET_OFFERS =
            new Setting.Whole("market.offers-per-day", 50L, 0, 1_000);

    /// Purchases that one player may make in a day.
    public static final Setting.Whole MARKET_PURCHASES =
            new Setting.Whole("market.purchases-per-day", 100L, 0, 1_000);

    /// How far a price may be from what was paid lately: so many times as much, or as little.
    public static final Setting.Whole MARKET_SPREAD =
            new Setting.Whole("market.spread", 10L, 2, 1_000);

    /// Whether clans may sign up for events.
    public static final Setting.Flag EVENTS = new Setting.Flag("events.open", true);

    public static final List<Setting> SETTINGS =
            List.of(
                    MOTD,
                    MARKET,
                    MARKET_FEE,
                    MARKET_OFFERS,
                    MARKET_PURCHASES,
                    MARKET_SPREAD,
                    EVENTS);

    private TitleConfig() {}
}
