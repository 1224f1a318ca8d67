package games.drawbridge.cdk;

import java.util.List;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Validations;
import software.constructs.IConstruct;

/// What the checks find and we accept, each with its reason, in the stack where it is found.
final class Accepted {
    private static final String NAG = "AwsSolutions::AwsSolutions-";

    private final IConstruct stack;

    private Accepted(IConstruct stack) {
        this.stack = stack;
    }

    static void in(App app, Stage stage) {
        of(app, "Serverless").serverless();
        of(app, "Network").network();
        if (!stage.cache().equals("serverless")) of(app, "Network").liveLog();
        of(app, "Analytics").analytics();
        of(app, "Fleet").fleet(stage);
        of(app, "Firewall").firewall();
        of(app, "Edge").edge(stage);
        if (!stage.github().isEmpty()) of(app, "Operations").deployer(stage);
    }

    private static Accepted of(App app, String stack) {
        return new Accepted(app.getNode().findChild(stack));
    }

    private void serverless() {
        accept(NAG + "S1", "CloudTrail's data events say who read what, where a studio wants it");
        accept(NAG + "S10", "private, and reached by SDKs alone, which speak TLS");
        accept(
                NAG + "SMG4",
                "who is signed in or about to join would be turned away: rotated by hand, as"
                        + " docs/operate.md says; the keys of sessions rotate by themselves");
        accept(NAG + "SQS3", "it is itself where events go that could not be worked on");
        accept(NAG + "SNS3", "its policy lets SES publish and nobody else, which speaks TLS");
        accept(NAG + "SQS4", "written by Lambda and DynamoDB, which speak TLS");
    }

    private void network() {
        accept(NAG + "S1", "it is the bucket for logs");
        accept(NAG + "EC23", "what is open is open to the network's own addresses only");
    }

    /// Only where the live log stands on nodes of a size.
    private void liveLog() {
        accept(NAG + "AEC5", "its port is no secret: the network admits nobody but its readers");
        accept(NAG + "AEC6", "the network admits nobody but its readers, and they speak TLS");
    }

    private void analytics() {
        accept(NAG + "S1", "CloudTrail's data events say who read what, where a studio wants it");
        for (var folder : List.of("events", "errors"))
            accept(
                    "AwsSolutions-IAM5[Resource::<EventsD32975C2.Arn>/%s/*]".formatted(folder),
                    "Firehose names its files itself");
    }

    private void fleet(Stage stage) {
        accept(
                "AwsSolutions-IAM5[Resource::%s-ArchiveBucketArn/rooms/*]".formatted(stage.stack()),
                "any room's log may be this node's to write");
        accept("AwsSolutions-IAM5[Resource::*]", "ecr:GetAuthorizationToken knows no resources");
        accept(NAG + "ECS2", "names and addresses; the one secret comes from Secrets Manager");
    }

    private void firewall() {
        accept("AwsSolutions-IAM5[Resource::*]", "log lines, in whichever region a player is near");
        accept(NAG + "L1", "the newest that runs at the edge");
    }

    private void edge(Stage stage) {
        accept(NAG + "CFR1", "players are everywhere");
        accept("CloudFormation-Validate::W2001", "the first time there are no errors to turn");
        if (stage.certificate().isEmpty())
            accept(
                    NAG + "CFR4",
                    "CloudFront's own host name allows no other; with one's own it is"
                            + " TLS 1.2");
    }

    private void deployer(Stage stage) {
        accept("AwsSolutions-IAM5[Resource::*]", "ecr:GetAuthorizationToken knows no resources");
        accept(
                "AwsSolutions-IAM5[Resource::%s-ClientBucketArn/*]".formatted(stage.stack()),
                "the whole client is uploaded");
    }

    private void accept(String id, String reason) {
        Validations.of(stack).acknowledge(Acknowledgment.builder().id(id).reason(reason).build());
    }
}
