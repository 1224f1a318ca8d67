package games.drawbridge.cdk;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.amazon.awscdk.services.budgets.CfnBudget.BudgetDataProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.NotificationProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.NotificationWithSubscribersProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.SpendProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.SubscriberProperty;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/// What tells, at night, that something is wrong: alarms, the dashboard, the budget; and, where the
/// stage names a repository, the role by which it deploys.
final class OperationsStack extends Stack {
    OperationsStack(
            Construct scope,
            Stage stage,
            NetworkStack network,
            FleetStack fleet,
            StackProps props) {
        super(scope, "Operations", props);
        var topic =
                Topic.Builder.create(this, "Alarms")
                        .topicName(stage.stack() + "-alarms")
                        .masterKey(network.key)
                        .enforceSsl(true)
                        .build();
        topic.grantPublish(new ServicePrincipal("cloudwatch.amazonaws.com"));
        topic.grantPublish(new ServicePrincipal("budgets.amazonaws.com"));
        if (!stage.alarms().isEmpty()) topic.addSubscription(new EmailSubscription(stage.alarms()));
        var watches = Watches.of(this, stage, network, fleet);
        new Alarms(this, stage, watches, topic);
        new Board(this, stage, watches);
        budget(stage, topic);
        if (!stage.github().isEmpty()) new Deployer(this, stage);
    }

    private void budget(Stage stage, Topic topic) {
        CfnBudget.Builder.create(this, "Budget")
                .budget(
                        BudgetDataProperty.builder()
                                .budgetName(stage.stack())
                                .budgetType("COST")
                                .timeUnit("MONTHLY")
                                .budgetLimit(
                                        SpendProperty.builder()
                                                .amount(stage.budget())
                                                .unit("USD")
                                                .build())
                                .build())
                .notificationsWithSubscribers(notices(topic))
                .build();
    }

    /// Told when it was spent, and before that when the month is going to be too dear.
    private static List<NotificationWithSubscribersProperty> notices(Topic topic) {
        var notices = new ArrayList<NotificationWithSubscribersProperty>();
        for (var kind : List.of("ACTUAL", "FORECASTED"))
            notices.add(
                    NotificationWithSubscribersProperty.builder()
                            .notification(
                                    NotificationProperty.builder()
                                            .notificationType(kind)
                                            .comparisonOperator("GREATER_THAN")
                                            .threshold(100)
                                            .thresholdType("PERCENTAGE")
                                            .build())
                            .subscribers(
                                    List.of(
                                            SubscriberProperty.builder()
                                                    .subscriptionType("SNS")
                                                    .address(topic.getTopicArn())
                                                    .build()))
                            .build());
        return notices;
    }
}
