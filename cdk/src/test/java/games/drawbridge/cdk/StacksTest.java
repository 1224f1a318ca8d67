package games.drawbridge.cdk;

import static games.drawbridge.cdk.Synthesized.each;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StacksTest {
    private static final Synthesized PROD = Synthesized.PROD;
    private static final Synthesized DEV = Synthesized.of("dev", true);

    /// Another region, a cache of nodes, a host of its own, and a repository that deploys.
    private static final Synthesized BIG =
            Synthesized.of(
                    new Stage(
                            "big",
                            "eu-west-1",
                            "https://play.example",
                            "arn:aws:acm:us-east-1:123456789012:certificate/abc",
                            50,
                            3,
                            1024,
                            2048,
                            20_000,
                            "7",
                            "cache.r7g.large",
                            2,
                            30,
                            5_000,
                            "night@play.example",
                            "studio/game"),
                    false);

    /// Resources of one stack: CloudFormation's own limit.
    private static final int MOST = 500;

    @Test
    void theValidatorAndTheNagHaveNothingToSayThatIsNotAccepted() throws IOException {
        for (var stage : List.of(PROD, DEV, BIG)) {
            var report =
                    Synthesized.JSON.readTree(
                            stage.output().resolve("validation-report.json").toFile());
            var plugins = report.get("pluginReports");
            assertThat(plugins.size()).isPositive();
            for (var plugin : plugins) {
                assertThat(plugin.get("violations")).as(plugin.toString()).isEmpty();
                for (var accepted : plugin.get("suppressedViolations"))
                    assertThat(accepted.get("reason").asText()).hasSizeGreaterThan(15);
            }
        }
    }

    /// A map without an order makes templates, and even names in them, differ from run to run.
    @Test
    void aSecondRunWritesTheSame() {
        var again = Synthesized.of("prod", false);
        for (var stack :
                List.of(
                        "Serverless",
                        "Network",
                        "Analytics",
                        "Fleet",
                        "Firewall",
                        "Edge",
                        "Operations"))
            assertThat(again.stack(stack)).as(stack).isEqualTo(PROD.stack(stack));
    }

    /// Did I mean to change this? `-Dupdate=true` writes it anew; then read the difference.
    @ParameterizedTest
    @ValueSource(strings = {"Network", "Analytics", "Fleet", "Firewall", "Edge", "Operations"})
    void aStackIsAsItWasReviewed(String name) throws IOException {
        var json =
                Synthesized.JSON
                        .copy()
                        .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
        Object sorted = json.treeToValue(PROD.stack(name), Object.class);
        String now =
                json.writerWithDefaultPrettyPrinter()
                                .writeValueAsString(sorted)
                                .replaceAll("[0-9a-f]{64}", "HASH")
                        + "\n";
        var file = Path.of("src/test/resources", name + ".template.json");
        if (Boolean.getBoolean("update")) Files.writeString(file, now);
        assertThat(now).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Network", "Analytics", "Fleet", "Firewall", "Edge", "Operations"})
    void aStackOfFiftySlotsIsSmallEnough(String name) {
        assertThat(BIG.stack(name).get("Resources").size()).isLessThan(MOST);
    }

    @Test
    void nothingOfTheNetworkIsOpenToTheWorld() {
        assertThat(PROD.all("Network", "AWS::EC2::NatGateway")).isEmpty();
        assertThat(PROD.all("Network", "AWS::EC2::Route")).isEmpty();
        for (var subnet : PROD.all("Network", "AWS::EC2::Subnet"))
            assertThat(subnet.get("MapPublicIpOnLaunch").asBoolean()).isFalse();
        var balancer = PROD.only("Fleet", "AWS::ElasticLoadBalancingV2::LoadBalancer");
        assertThat(balancer.get("Scheme").asText()).isEqualTo("internal");
        assertThat(openings().map(it -> it.path("CidrIp").asText())).doesNotContain("0.0.0.0/0");
        assertThat(openings()).isNotEmpty();
    }

    private static Stream<JsonNode> openings() {
        return Stream.of("Network", "Fleet")
                .flatMap(stack ->
                        Stream.concat(
                                PROD.all(stack, "AWS::EC2::SecurityGroup").stream()
                                        .flatMap(it -> each(it.path("SecurityGroupIngress"))),
                                PROD.all(stack, "AWS::EC2::SecurityGroupIngress").stream()));
    }

    @Test
    void everySlotHasItsOwnTaskItsOwnWayAndEndsBeforeItBegins() {
        var services = PROD.all("Fleet", "AWS::ECS::Service");
        assertThat(services.stream().map(it -> it.get("ServiceName").asText()))
                .containsExactlyInAnyOrder("n1", "n2", "n3", "n4", "n5", "n6");
        for (var service : services) {
            assertThat(service.has("DesiredCount")).as("the scaler's to say").isFalse();
            var pace = service.get("DeploymentConfiguration");
            assertThat(pace.get("MaximumPercent").asInt()).isEqualTo(100);
            assertThat(pace.get("MinimumHealthyPercent").asInt()).isZero();
            assertThat(pace.at("/DeploymentCircuitBreaker/Rollback").asBoolean()).isTrue();
        }
        assertThat(PROD.all("Fleet", "AWS::ElasticLoadBalancingV2::TargetGroup")).hasSize(6);
        assertThat(
                        PROD.all("Fleet", "AWS::ElasticLoadBalancingV2::ListenerRule").stream()
                                .map(it ->
                                        it.at("/Conditions/0/PathPatternConfig/Values").toString()))
                .contains("[\"/rt/n1\",\"/rt/n1/*\"]", "[\"/rt/n6\",\"/rt/n6/*\"]");
    }

    @Test
    void aDeployTakesAtMostOneNodeOfTenAway() {
        assertThat(first(BIG)).isEqualTo(5);
        assertThat(first(PROD)).isEqualTo(1);
    }

    /// How many services wait for no other.
    private static long first(Synthesized stage) {
        return each(stage.stack("Fleet").get("Resources"))
                .filter(it -> it.get("Type").asText().equals("AWS::ECS::Service"))
                .filter(it -> !it.path("DependsOn").toString().contains("Service"))
                .count();
    }

    @Test
    void aNodeMayWriteNothingAndHasTwoMinutesToLeave() {
        for (var task : PROD.all("Fleet", "AWS::ECS::TaskDefinition")) {
            var container = task.at("/ContainerDefinitions/0");
            assertThat(container.get("ReadonlyRootFilesystem").asBoolean()).isTrue();
            assertThat(container.get("User").asText()).isEqualTo("65532");
            assertThat(container.get("StopTimeout").asInt()).isEqualTo(120);
            assertThat(container.at("/Ulimits/0/SoftLimit").asInt()).isEqualTo(100_000);
            assertThat(task.at("/RuntimePlatform/CpuArchitecture").asText()).isEqualTo("ARM64");
        }
    }

    @Test
    void providersAreHeldToASizeAndToNoRate() {
        var rules = PROD.only("Firewall", "AWS::WAFv2::WebACL").get("Rules");
        var size = each(rules).filter(it -> it.get("Name").asText().equals("too-big")).findFirst();
        assertThat(size.orElseThrow().at("/Statement/SizeConstraintStatement/Size").asInt())
                .isEqualTo(64 * 1024);
        assertThat(size.orElseThrow().toString()).doesNotContain("webhook");
        var calls = each(rules).filter(it -> it.get("Name").asText().equals("calls")).findFirst();
        var except =
                calls.orElseThrow()
                        .at(
                                "/Statement/RateBasedStatement/ScopeDownStatement/AndStatement/Statements/1/NotStatement/Statement/RegexMatchStatement/RegexString")
                        .asText();
        for (var webhook :
                List.of(
                        "/v1/payments/stripe/webhook",
                        "/v1/payments/facebook/price",
                        "/v1/facebook/deletion",
                        "/v1/facebook/deauthorize")) assertThat(webhook).containsPattern(except);
        assertThat("/v1/payments/orders").doesNotContainPattern(except);
    }

    @Test
    void aRepositoryDeploysOnlyFromTheStagesOwnEnvironment() {
        var trust =
                BIG.all("Operations", "AWS::IAM::Role").stream()
                        .filter(it ->
                                it.path("RoleName").asText().equals("drawbridge-big-deployer"))
                        .findFirst()
                        .orElseThrow()
                        .at("/AssumeRolePolicyDocument/Statement/0/Condition/StringEquals");
        assertThat(trust.get("token.actions.githubusercontent.com:sub").asText())
                .isEqualTo("repo:studio/game:environment:big");
        assertThat(PROD.all("Operations", "AWS::IAM::OIDCProvider")).isEmpty();
    }

    @Test
    void aCacheOfNodesThrowsNothingAway() {
        assertThat(
                        BIG.only("Network", "AWS::ElastiCache::ParameterGroup")
                                .at("/Properties/maxmemory-policy")
                                .asText())
                .isEqualTo("noeviction");
        var cache = BIG.only("Network", "AWS::ElastiCache::ReplicationGroup");
        assertThat(cache.get("MultiAZEnabled").asBoolean()).isTrue();
        assertThat(cache.get("TransitEncryptionEnabled").asBoolean()).isTrue();
    }

    @Test
    void eventsAreWrittenByATableThatIsTheirRegistry() throws IOException {
        var table = PROD.only("Analytics", "AWS::Glue::Table").get("TableInput");
        var columns = table.at("/StorageDescriptor/Columns");
        assertThat(each(columns).map(it -> it.get("Name").asText() + " " + it.get("Type").asText()))
                .doesNotHaveDuplicates()
                .contains("id string", "happened timestamp", "gross bigint", "new_player boolean");
        var registry =
                Synthesized.JSON.readTree(
                        Path.of("../functions/src/main/resources/events.json").toFile());
        var names =
                Stream.concat(
                        each(registry.get("columns")),
                        each(registry.get("events")).flatMap(it -> each(it.get("fields"))));
        assertThat(each(columns).map(it -> it.get("Name")))
                .containsExactlyElementsOf(names.map(it -> it.get("name")).distinct().toList());
        var to =
                PROD.only("Analytics", "AWS::KinesisFirehose::DeliveryStream")
                        .get("ExtendedS3DestinationConfiguration");
        assertThat(to.get("Prefix").asText()).startsWith("events/day=");
        assertThat(to.at("/DataFormatConversionConfiguration/Enabled").asBoolean()).isTrue();
    }

    @Test
    void whatKeepsThingsIsNotTakenAwayWithItsStack() {
        for (var stack : List.of("Network", "Analytics", "Edge", "Fleet"))
            for (var resource : PROD.stack(stack).get("Resources"))
                if (List.of("AWS::S3::Bucket", "AWS::KMS::Key", "AWS::ECR::Repository")
                        .contains(resource.get("Type").asText()))
                    assertThat(resource.path("DeletionPolicy").asText()).isEqualTo("Retain");
    }

    @Test
    void eachPathIsLedToItsOrigin() {
        var cdn = PROD.only("Edge", "AWS::CloudFront::Distribution").get("DistributionConfig");
        assertThat(each(cdn.get("CacheBehaviors")).map(it -> it.get("PathPattern").asText()))
                .containsExactly("/v1/*", "/.well-known/*", "/og/*", "/rt/*", "/media/*");
        assertThat(cdn.at("/ViewerCertificate").isMissingNode()).isTrue();
        assertThat(cdn.get("Logging").has("Bucket")).isTrue();
        assertThat(cdn.has("WebACLId")).isTrue();
        assertThat(PROD.all("Edge", "AWS::CloudFront::VpcOrigin")).hasSize(1);
    }

    @Test
    void theFirstTimeTheEdgeNeedsNothingThatIsNotThereYet() {
        assertThat(DEV.stack("Edge").toString()).doesNotContain("Fn::ImportValue");
        var cdn = DEV.only("Edge", "AWS::CloudFront::Distribution").get("DistributionConfig");
        assertThat(each(cdn.get("CacheBehaviors")).map(it -> it.get("PathPattern").asText()))
                .containsExactly("/.well-known/*");
    }
}
