package games.drawbridge.functions.clans;

import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.players.PlayerName;
import games.drawbridge.model.clans.Admission;
import games.drawbridge.model.clans.Clan;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.ClanRole;
import games.drawbridge.model.clans.Member;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How clans and members stand in their rows.
final class Rows {
    static final String MEMBER = "MEMBER#";
    private static final String CLAN = "CLAN#";

    /// Code points of a name that lead to the part of the index where it stands.
    private static final int INITIAL = 2;

    private Rows() {}

    static String pk(ClanId clan) {
        return CLAN + clan;
    }

    static ClanId clanId(Row row) {
        return new ClanId(row.text("pk").substring(CLAN.length()));
    }

    static Row head(ClanId clan) {
        return Row.key(pk(clan), "HEAD");
    }

    static Row member(ClanId clan, PlayerId player) {
        return Row.key(pk(clan), MEMBER + player);
    }

    static Row name(String name) {
        return Row.key("NAME#" + PlayerName.folded(name), "HEAD");
    }

    static Row tag(String tag) {
        return Row.key("TAG#" + tag.toLowerCase(Locale.ROOT), "HEAD");
    }

    static Row of(Clan clan) {
        return head(clan.id())
                .with("name", clan.name())
                .with("folded", PlayerName.folded(clan.name()))
                .with("initial", initial(clan.name()))
                .with("tag", clan.tag())
                .with("motto", clan.motto())
                .with("admission", clan.admission().text())
                .withOptional("country", clan.country())
                .with("tongue", clan.language())
                .withOptional("shelf", shelf(clan))
                .with("least", clan.level())
                .with("leader", clan.leader().value())
                .with("members", clan.size())
                .with("createdAt", clan.createdAt().toEpochMilli())
                .with("activeAt", clan.activeAt().toEpochMilli());
    }

    static Clan clan(Row row) {
        return new Clan(
                clanId(row),
                row.text("name"),
                row.text("tag"),
                row.text("motto"),
                Admission.of(row.text("admission")),
                row.optionalText("country"),
                row.text("tongue"),
                (int) row.number("least"),
                new PlayerId(row.text("leader")),
                (int) row.number("members"),
                Instant.ofEpochMilli(row.number("createdAt")),
                Instant.ofEpochMilli(row.number("activeAt")));
    }

    static Row of(ClanId clan, Member member) {
        return member(clan, member.player())
                .with("player", member.player().value())
                .with("role", member.role().text())
                .with("at", member.joinedAt().toEpochMilli())
                .with("seenAt", member.seenAt().toEpochMilli());
    }

    static Member member(Row row) {
        return new Member(
                new PlayerId(row.text("player")),
                ClanRole.of(row.text("role")),
                Instant.ofEpochMilli(row.number("at")),
                Instant.ofEpochMilli(row.number("seenAt")));
    }

    /// Where it is shown to whoever looks for a clan; nowhere if it takes nobody but whom it asks.
    static @Nullable String shelf(Clan clan) {
        return clan.admission() == Admission.INVITE ? null : clan.language();
    }

    /// The part of the names' index where a name stands.
    static String initial(String name) {
        String folded = PlayerName.folded(name);
        return folded.substring(0, folded.offsetByCodePoints(0, INITIAL));
    }
}
