package games.drawbridge.local.template;

import java.time.Duration;

/// When and by which function a secret gets a new value.
///
/// @param secret the secret's ARN
/// @param every how old a value may get
/// @param atOnce whether the first rotation follows the deploy
public record Rotation(String secret, String function, Duration every, boolean atOnce) {

    static Rotation read(Props props) {
        var rules = props.in("RotationRules");
        rules.ignore("Duration");
        String where = props.where("RotationLambdaARN");
        return new Rotation(
                props.text("SecretId"),
                Cloud.functionIn(where, props.text("RotationLambdaARN")),
                Duration.ofDays(rules.whole("AutomaticallyAfterDays", 30, 1, 1000)),
                props.flag("RotateImmediatelyOnUpdate", true));
    }
}
