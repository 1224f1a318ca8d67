package games.drawbridge.functions.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.com",
                "a@b.co",
                "Ann.O'Hara+gems@Mail.Example.museum",
                "bounce+x@simulator.amazonses.com",
                "x@xn--bcher-kva.example"
            })
    void whatSesTakesIsAnAddress(String text) {
        assertThat(EmailAddress.parse(" " + text + "\n").orElseThrow().value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "@example.com",
                "ann@",
                "ann@localhost",
                "ann@example.c",
                "ann@-x.com",
                "ann@x-.com",
                "ann@exa mple.com",
                "ann@example.com, bob@example.com",
                "ann@example.com\r\nBcc: bob@example.com",
                "<ann@example.com>",
                "Ann <ann@example.com>",
                "\"ann\"@example.com",
                "ann..b@example.com",
                ".ann@example.com",
                "ann@example..com",
                "ann@[127.0.0.1]",
                "ann@127.0.0.1",
                "zoë@example.com",
                "ann@bücher.example",
                "0123456789012345678901234567890123456789012345678901234567890123x@example.com"
            })
    void whatSesWouldRefuseIsNone(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void anAddressHasAnEnd() {
        String end = "@" + "x".repeat(60) + "." + "y".repeat(60) + "." + "z".repeat(60) + ".com";
        assertThat(EmailAddress.parse("a".repeat(64) + end)).isPresent();
        assertThat(EmailAddress.parse("a".repeat(64) + "@long" + end.replace("@", ".")))
                .as("more than 254 characters")
                .isEmpty();
    }

    @Test
    void caseMakesNoOtherAddressAndNoLogTellsIt() {
        var one = new EmailAddress("Ann@Example.com");
        assertThat(one.folded()).isEqualTo("ann@example.com");
        assertThat(one.hash()).isEqualTo(new EmailAddress("ANN@example.COM").hash()).hasSize(32);
        assertThat(one.toString()).doesNotContainIgnoringCase("ann@");
    }
}
