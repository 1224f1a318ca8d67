package games.drawbridge.cdk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.wafv2.CfnWebACL.AllowActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.AndStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.AssociationConfigProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.BlockActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.BodyProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ByteMatchStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.CountActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.DefaultActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.FieldToMatchProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ManagedRuleGroupStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.NotStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.OverrideActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RateBasedStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RegexMatchStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RequestBodyAssociatedResourceTypeConfigProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionOverrideProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.SizeConstraintStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.TextTransformationProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.VisibilityConfigProperty;

/// What the firewall looks at, in order. A school or a mobile network is one address for hundreds
/// of players, so the rates are far above a single player's; each player's own rates are kept
/// inside.
final class FirewallRules {
    /// Bytes of a body: what the calls themselves take at most (HttpLimits).
    private static final int BODY = 64 * 1024;

    /// Requests of one address in five minutes to log in: ten a second.
    private static final int LOGINS = 3_000;

    /// To everything else of the API: a hundred players who each ask once in three seconds.
    private static final int CALLS = 10_000;

    /// Sockets: a school whose players all come back at once, several times over.
    private static final int SOCKETS = 6_000;

    /// A provider tells of many players from few addresses: it is turned away for no rate, or we
    /// should never hear of payments.
    private static final String WEBHOOKS =
            "^/v1/(payments/[a-z]+/(webhook|price)|facebook/(deletion|deauthorize))";

    private FirewallRules() {}

    static List<RuleProperty> all() {
        return List.of(
                tooBig(0),
                managed(1, "AWSManagedRulesAmazonIpReputationList", List.of()),
                // our own rule says how big a body may be; theirs says 8 KB
                managed(2, "AWSManagedRulesCommonRuleSet", List.of("SizeRestrictions_BODY")),
                managed(3, "AWSManagedRulesKnownBadInputsRuleSet", List.of()),
                rate(4, "logins", LOGINS, below("/v1/login/")),
                rate(5, "calls", CALLS, callsButWebhooks()),
                rate(6, "sockets", SOCKETS, below("/rt/")));
    }

    /// The firewall reads as much of a body as may come, not only the first 16 KB.
    static AssociationConfigProperty bodies() {
        var limits = new LinkedHashMap<String, Object>();
        limits.put(
                "CLOUDFRONT",
                RequestBodyAssociatedResourceTypeConfigProperty.builder()
                        .defaultSizeInspectionLimit("KB_64")
                        .build());
        return AssociationConfigProperty.builder().requestBody(limits).build();
    }

    /// Holds for webhooks too: no provider sends so much.
    private static RuleProperty tooBig(int priority) {
        var size =
                SizeConstraintStatementProperty.builder()
                        .fieldToMatch(
                                FieldToMatchProperty.builder()
                                        .body(
                                                BodyProperty.builder()
                                                        .oversizeHandling("MATCH")
                                                        .build())
                                        .build())
                        .comparisonOperator("GT")
                        .size(BODY)
                        .textTransformations(asItIs())
                        .build();
        return rule(priority, "too-big")
                .statement(StatementProperty.builder().sizeConstraintStatement(size).build())
                .action(block())
                .build();
    }

    private static RuleProperty managed(int priority, String name, List<String> onlyCounted) {
        var overrides = new ArrayList<RuleActionOverrideProperty>();
        for (var each : onlyCounted)
            overrides.add(
                    RuleActionOverrideProperty.builder()
                            .name(each)
                            .actionToUse(
                                    RuleActionProperty.builder()
                                            .count(CountActionProperty.builder().build())
                                            .build())
                            .build());
        var group =
                ManagedRuleGroupStatementProperty.builder()
                        .vendorName("AWS")
                        .name(name)
                        .ruleActionOverrides(overrides)
                        .build();
        return rule(priority, name)
                .statement(StatementProperty.builder().managedRuleGroupStatement(group).build())
                .overrideAction(OverrideActionProperty.builder().none(Map.of()).build())
                .build();
    }

    private static RuleProperty rate(int priority, String name, int limit, StatementProperty what) {
        var rate =
                RateBasedStatementProperty.builder()
                        .aggregateKeyType("IP")
                        .limit(limit)
                        .evaluationWindowSec(300)
                        .scopeDownStatement(what)
                        .build();
        return rule(priority, name)
                .statement(StatementProperty.builder().rateBasedStatement(rate).build())
                .action(block())
                .build();
    }

    private static StatementProperty callsButWebhooks() {
        var webhooks =
                RegexMatchStatementProperty.builder()
                        .fieldToMatch(path())
                        .regexString(WEBHOOKS)
                        .textTransformations(asItIs())
                        .build();
        var others =
                NotStatementProperty.builder()
                        .statement(
                                StatementProperty.builder().regexMatchStatement(webhooks).build())
                        .build();
        return StatementProperty.builder()
                .andStatement(
                        AndStatementProperty.builder()
                                .statements(
                                        List.of(
                                                below("/v1/"),
                                                StatementProperty.builder()
                                                        .notStatement(others)
                                                        .build()))
                                .build())
                .build();
    }

    private static StatementProperty below(String path) {
        var match =
                ByteMatchStatementProperty.builder()
                        .fieldToMatch(path())
                        .positionalConstraint("STARTS_WITH")
                        .searchString(path)
                        .textTransformations(asItIs())
                        .build();
        return StatementProperty.builder().byteMatchStatement(match).build();
    }

    private static FieldToMatchProperty path() {
        return FieldToMatchProperty.builder().uriPath(Map.of()).build();
    }

    private static List<TextTransformationProperty> asItIs() {
        return List.of(TextTransformationProperty.builder().priority(0).type("NONE").build());
    }

    private static RuleProperty.Builder rule(int priority, String name) {
        return RuleProperty.builder().priority(priority).name(name).visibilityConfig(seen(name));
    }

    private static RuleActionProperty block() {
        return RuleActionProperty.builder().block(BlockActionProperty.builder().build()).build();
    }

    static DefaultActionProperty pass() {
        return DefaultActionProperty.builder().allow(AllowActionProperty.builder().build()).build();
    }

    static VisibilityConfigProperty seen(String name) {
        return VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .metricName(name)
                .sampledRequestsEnabled(true)
                .build();
    }
}
