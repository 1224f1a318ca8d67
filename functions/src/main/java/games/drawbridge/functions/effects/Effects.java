package games.drawbridge.functions.effects;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.inbox.Mails;
import games.drawbridge.functions.leaderboard.Scores;
import games.drawbridge.functions.rating.MatchTable;
import games.drawbridge.functions.reports.ReportTable;
import games.drawbridge.functions.rooms.MatchRooms;
import games.drawbridge.functions.rooms.Notes;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.lobby.Lobby;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wallet.Transaction;
import java.security.SecureRandom;
import java.time.InstantSource;

/// Carries effects out. Each is keyed, so doing one twice is harmless.
final class Effects {
    private final EffectTable effects;
    private final WalletTable wallets;
    private final Scores scores;
    private final Mails mails;
    private final MatchRooms matches;
    private final MatchTable rated;
    private final ReportTable reports;
    private final Notes notes;

    Effects(Aws aws, InstantSource clock) {
        var dice = new SecureRandom();
        effects = new EffectTable(aws);
        wallets = new WalletTable(aws, clock, dice);
        scores = new Scores(aws, clock, dice);
        mails = new Mails(aws, clock);
        matches = new MatchRooms(aws, clock, dice);
        rated = new MatchTable(aws, dice);
        reports = new ReportTable(aws);
        notes = new Notes(aws, clock, dice);
    }

    void carryOut(Pending pending) {
        switch (pending.effect()) {
            case Effect.Score score -> scores.count(score, pending.id(), pending.at());
            case Effect.Grant(var player, var unit, var amount) ->
                    wallets.apply(Transaction.prize(pending.id(), player, unit, amount));
            case Effect.Mail mail -> mails.add(mail, pending.id(), pending.at());
            case Effect.Open open -> open(pending, open);
            case Effect.Report report ->
                    reports.add(report, pending.room(), pending.id(), pending.at());
            case Effect.Rate match -> rate(pending, match);
            case Effect.Tell(var player, var room, var note) -> {
                if (!notes.bring(addressed(pending, room, player, note))) return; // taken later
            }
            case Effect.SetTimer _, Effect.StopTimer _ ->
                    throw new IllegalArgumentException(
                            "a timer is the room's own: " + pending.id());
        }
        effects.done(pending);
    }

    /// A lobby, whose players wait for it, is told that the room is there.
    private void open(Pending pending, Effect.Open open) {
        var from = pending.room();
        matches.open(open, from);
        if (from.isWellKnown() && from.kind().equals(Lobby.KIND))
            notes.mention(addressed(pending, from, open.player(), new Lobby.Opened(open.room())));
    }

    /// The lobby, in which the players may queue again already, is told of it.
    private void rate(Pending pending, Effect.Rate match) {
        var skills = rated.count(pending.room(), match, pending.at());
        var lobby = new RoomId(Lobby.KIND + ":" + match.mode());
        var known = new Lobby.Skills(skills);
        notes.mention(addressed(pending, lobby, match.player(), known));
    }

    private static Notes.Addressed addressed(
            Pending pending, RoomId to, PlayerId player, Object note) {
        return new Notes.Addressed(pending.id(), pending.at(), pending.room(), to, player, note);
    }
}
