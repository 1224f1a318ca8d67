package games.drawbridge.cdk;

import software.amazon.awscdk.Fn;

/// What the serverless half of a stage exports, whichever tool deployed it: template.yaml's
/// outputs.
record Half(String stack) {
    static Half of(Stage stage) {
        return new Half(stage.stack());
    }

    String get(String output) {
        return Fn.importValue(stack + "-" + output);
    }
}
