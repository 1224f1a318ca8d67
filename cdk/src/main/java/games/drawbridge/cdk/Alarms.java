package games.drawbridge.cdk;

import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/// An alarm for each watch; its mail says where to read on.
final class Alarms extends Construct {
    Alarms(Construct scope, Stage stage, List<Watch> watches, Topic topic) {
        super(scope, "All");
        for (var watch : watches) {
            var alarm =
                    Alarm.Builder.create(this, watch.name())
                            .alarmName(stage.stack() + "-" + watch.name())
                            .alarmDescription(
                                    "%s What to do: docs/operate.md, \"Alarm: %s\"."
                                            .formatted(watch.meaning(), watch.name()))
                            .metric(watch.metric())
                            .threshold(watch.over())
                            .evaluationPeriods(watch.periods())
                            .comparisonOperator(watch.comparison())
                            .treatMissingData(watch.silence())
                            .build();
            alarm.addAlarmAction(new SnsAction(topic));
            alarm.addOkAction(new SnsAction(topic));
        }
    }
}
