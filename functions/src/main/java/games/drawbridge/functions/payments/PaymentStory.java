package games.drawbridge.functions.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.payments.Action;
import games.drawbridge.model.player.PlayerId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is known of a payment.
///
/// @param names by which its provider knows it
/// @param held why its money is not taken, if it is not
/// @param actions what was booked, in the order in which it happened
/// @param notices what the provider told
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentStory(
        OrderView order,
        PlayerId player,
        List<String> names,
        @Nullable String held,
        List<Action> actions,
        List<NoticeTable.Came> notices) {

    static PaymentStory of(KeptOrder kept, List<NoticeTable.Came> notices) {
        return new PaymentStory(
                OrderView.of(kept),
                kept.order().player(),
                kept.names(),
                kept.held(),
                kept.payment().booked().stream().sorted(Comparator.comparing(Action::at)).toList(),
                notices);
    }
}
