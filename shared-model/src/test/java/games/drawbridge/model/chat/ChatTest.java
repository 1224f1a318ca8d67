package games.drawbridge.model.chat;

import static games.drawbridge.model.testkit.Game.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import games.drawbridge.model.chat.Chat.Event;
import games.drawbridge.model.chat.Chat.Move;
import games.drawbridge.model.chat.Chat.Mute;
import games.drawbridge.model.chat.Chat.Muted;
import games.drawbridge.model.chat.Chat.Remove;
import games.drawbridge.model.chat.Chat.Removed;
import games.drawbridge.model.chat.Chat.Report;
import games.drawbridge.model.chat.Chat.Reported;
import games.drawbridge.model.chat.Chat.Said;
import games.drawbridge.model.chat.Chat.Say;
import games.drawbridge.model.chat.Chat.Slow;
import games.drawbridge.model.chat.Chat.Slowed;
import games.drawbridge.model.chat.Chat.Unmute;
import games.drawbridge.model.chat.Chat.Unmuted;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Blocks;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Hidden;
import games.drawbridge.model.room.Known.Door;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.testkit.Game;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTest {
    private static final Chat CHAT = new Chat(new Words(List.of("idiot", "Tölpel")));
    private static final PlayerId ANN = new PlayerId("ann");
    private static final PlayerId BOB = new PlayerId("bob");

    private static Game<Transcript, Move, Event> channel(String name, String... players) {
        return given(CHAT, Map.of("channel", name), players);
    }

    private static Say say(String text) {
        return new Say(text, null);
    }

    @Test
    void whatIsSaidIsToldAndShownToWhoComesLater() {
        var room = channel("room:r1", "ann", "bob");
        room.when("ann", new Say("hallo", "de")).happens(new Said("hallo", "de"));
        room.when("bob", say("hi")).happens(new Said("hi", null));
        room.sits("cat");
        var view = (Transcript.View) room.viewOf("cat");
        assertThat(view.messages())
                .extracting(Transcript.Message::seq, it -> it.by().value(), it -> it.text())
                .containsExactly(tuple(1L, "ann", "hallo"), tuple(2L, "bob", "hi"));
    }

    @Test
    void theHistoryIsOfTheNewestMessages() {
        var room = channel("room:r1", "ann");
        for (int n = 1; n <= ChatLimits.HISTORY + 3; n++) room.when("ann", say("no " + n));
        var messages = room.state().messages();
        assertThat(messages).hasSize(ChatLimits.HISTORY);
        assertThat(messages.getFirst().text()).isEqualTo("no 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    you idiot!                 | you *****!
                    You 1D10T                  | You *****
                    Ídïöt                      | *****
                    idiotic                    | idiotic
                    so ein tolpel              | so ein ******
                    <b>a</b> http://x.example  | <b>a</b> http://x.example
                    "  two\u200b   words\u202e "  | two words
                    a$1 \\ b                   | a$1 \\ b
                    """)
    void whatIsSaidIsMadeFitToRead(String text, String told) {
        channel("room:r1", "ann").when("ann", say(text)).happens(new Said(told, null));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '   ',        ,      empty
                    hello,  English,     no-such-language
                    hello,       '',     no-such-language
                    """)
    void refusesToTell(String text, String language, String reason) {
        channel("room:r1", "ann").when("ann", new Say(text, language)).denied(reason);
    }

    @Test
    void aMessageHasALength() {
        var room = channel("room:r1", "ann");
        room.when("ann", say("x".repeat(ChatLimits.TEXT + 1))).denied("too-long");
        room.when("ann", say("x".repeat(3 * ChatLimits.TEXT))).denied("too-long");
        var longest = "😀".repeat(ChatLimits.TEXT);
        room.when("ann", say(longest)).happens(new Said(longest, null));
    }

    @Test
    void whereStrangersMeetNobodySpeaksTooOften() {
        var room = channel("world", "ann", "bob");
        room.when("ann", say("one")).happens(new Said("one", null));
        room.when("ann", say("two")).denied("slow-down");
        room.when("bob", say("mine")).happens(new Said("mine", null));
        room.after(Duration.ofSeconds(3)).when("ann", say("two")).happens(new Said("two", null));
        room.whenModerator("cat", new Slow(0)).refused(Code.NOT_SEATED, "take a seat first");
        room.whenModerator("bob", new Slow(0)).happens(new Slowed(0));
        room.when("ann", say("three")).happens(new Said("three", null));
        assertThat(room.state().saidAt()).isEmpty();
    }

    @Test
    void whoIsMutedSaysNothingUntilItIsOver() {
        var room = channel("room:r1", "ann", "bob");
        long end = room.now().plusSeconds(61).toEpochMilli();
        room.whenModerator("ann", new Mute(BOB, 60)).happens(new Muted(BOB, end));
        room.when("bob", say("hm")).denied("muted");
        assertThat(((Transcript.View) room.viewOf("bob")).mutedUntil()).isEqualTo(end);
        assertThat(((Transcript.View) room.viewOf("ann")).mutedUntil()).isNull();
        room.whenModerator("ann", new Unmute(BOB)).happens(new Unmuted(BOB));
        room.when("bob", say("hm")).happens(new Said("hm", null));
        room.whenModerator("ann", new Mute(BOB, 60)).after(Duration.ofSeconds(60));
        room.when("bob", say("again")).happens(new Said("again", null));
    }

    @Test
    void aRemovedMessageIsShownNoMore() {
        var room = channel("room:r1", "ann");
        room.when("ann", say("oh")).whenModerator("ann", new Remove(1)).happens(new Removed(1));
        assertThat(room.state().messages()).isEmpty();
    }

    @Test
    void onlyModeratorsModerate() {
        var room = channel("room:r1", "ann", "bob");
        for (Move move : List.of(new Mute(BOB, 60), new Unmute(BOB), new Remove(1), new Slow(9)))
            room.when("ann", move).denied("moderators-only");
        room.whenModerator("ann", new Mute(BOB, 0)).denied("one-second-to-thirty-days");
        room.whenModerator("ann", new Mute(BOB, ChatLimits.MUTE + 1))
                .denied("one-second-to-thirty-days");
        room.whenModerator("ann", new Unmute(BOB)).denied("not-muted");
        room.whenModerator("ann", new Remove(7)).denied("no-such-message");
        room.whenModerator("ann", new Slow(ChatLimits.SLOWEST + 1)).denied("up-to-five-minutes");
    }

    @Test
    void aDirectChannelIsForTwo() {
        var room = channel("dm:ann:bob", "ann");
        room.sits("cat").denied("not-yours");
        room.sits("bob").when("bob", say("hi")).happens(new Said("hi", null));
        assertThat(CHAT.known("dm:ann:bob").orElseThrow().door())
                .isEqualTo(new Door.Between(new PlayerId("ann"), BOB));
    }

    @Test
    void aMessageIsReportedWithWhatWasSaidAroundIt() {
        var room = channel("room:r1", "ann", "bob");
        for (int n = 1; n <= 20; n++) room.when("bob", say("no " + n));
        var report = new Report(12, "he is an idiot");
        var around = room.state().messages().subList(1, 17);
        room.when("ann", report)
                .happens(new Reported(ANN, 12, "he is an *****"))
                .causes(new Effect.Report(ANN, BOB, "he is an *****", around));
        assertThat(around.get(10).seq()).isEqualTo(12);
        room.when("ann", report).denied("slow-down");
        room.when("bob", report).denied("no-such-message");
        room.when("bob", new Report(99, "?")).denied("no-such-message");
        room.after(Duration.ofMinutes(1)).when("ann", new Report(12, " ")).denied("empty");
        room.when("ann", new Report(1, "x".repeat(301))).denied("too-long");
        room.when("ann", new Report(1, "again")).happens(new Reported(ANN, 1, "again"));
        assertThat(room.state().reportedAt()).hasSize(1);
    }

    @Test
    void whoReportedIsShownToNobodyElse() {
        var reported = new Reported(ANN, 12, "why");
        assertThat(CHAT.show(reported, ANN)).isEqualTo(reported);
        assertThat(CHAT.show(reported, BOB)).isEqualTo(Hidden.NOTHING);
        assertThat(CHAT.show(reported, null)).isEqualTo(Hidden.NOTHING);
    }

    @Test
    void whatABlockedPlayerHasSaidIsNotInTheState() {
        var room = channel("room:r1", "ann", "bob");
        room.when("bob", say("hi")).when("ann", say("ho"));
        var view = (Transcript.View) CHAT.view(room.state(), ANN, Blocks.of(List.of(BOB)));
        assertThat(view.messages()).extracting(it -> it.by().value()).containsExactly("ann");
        assertThat(CHAT.isSaid(new Said("hi", null))).isTrue();
        assertThat(CHAT.isSaid(new Removed(1))).isFalse();
    }

    @Test
    void theChannelOfARoomIsForThoseWhoSatThere() {
        var known = CHAT.known("room:r1").orElseThrow();
        assertThat(known.door()).isEqualTo(new Door.Sitters(new RoomId("r1")));
        assertThat(known.isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"world", "world:de", "world:pt-BR", "region:north"})
    void someChannelsAreForEverybody(String name) {
        assertThat(CHAT.known(name).orElseThrow().isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "moon",
                "world:",
                "world:german",
                "world:de:x",
                "region",
                "region:Å",
                "room:",
                "dm:ann",
                "dm:bob:ann",
                "dm:ann:ann",
                "dm:ann:bob:cat",
                "dm::bob"
            })
    void otherNamesAreNoChannels(String name) {
        assertThat(CHAT.known(name)).isEmpty();
    }
}
