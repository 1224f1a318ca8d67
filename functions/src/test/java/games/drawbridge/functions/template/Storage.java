package games.drawbridge.functions.template;

import static games.drawbridge.functions.testkit.Template.list;
import static games.drawbridge.functions.testkit.Template.map;

import games.drawbridge.functions.testkit.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What is stored is kept, can be restored, and is nobody else's to see.
final class Storage {
    private static final List<String> CLOSED =
            List.of(
                    "BlockPublicAcls",
                    "BlockPublicPolicy",
                    "IgnorePublicAcls",
                    "RestrictPublicBuckets");

    private final Template template;
    private final List<String> findings;

    private Storage(Template template, List<String> findings) {
        this.template = template;
        this.findings = findings;
    }

    static void check(Template template, List<String> findings) {
        var check = new Storage(template, findings);
        template.ids("AWS::DynamoDB::Table").forEach(check::table);
        template.ids("AWS::S3::Bucket").forEach(check::bucket);
    }

    private void table(String id) {
        retained(id);
        var table = template.properties(id);
        wanted(id, "billed on demand", "PAY_PER_REQUEST".equals(table.get("BillingMode")));
        var recovery = map(table.get("PointInTimeRecoverySpecification"));
        wanted(
                id,
                "point-in-time recovery",
                Boolean.TRUE.equals(recovery.get("PointInTimeRecoveryEnabled")));
        // what is made from another table has nothing to tell
        boolean derived = id.equals("Ranks");
        wanted(id, "a stream", derived || table.containsKey("StreamSpecification"));
        var keys = new TreeSet<>(keys(table.get("KeySchema")));
        wanted(id, "the keys pk and sk", keys.equals(new TreeSet<>(List.of("pk", "sk"))));
        for (Object index : list(table.get("GlobalSecondaryIndexes")))
            keys.addAll(keys(map(index).get("KeySchema")));
        var defined = Template.attributes(table).keySet();
        wanted(id, "exactly its key attributes defined", keys.equals(new TreeSet<>(defined)));
    }

    private static List<String> keys(Object schema) {
        var keys = new ArrayList<String>();
        for (Object element : list(schema)) keys.add("" + map(element).get("AttributeName"));
        return keys;
    }

    private void bucket(String id) {
        retained(id);
        var bucket = template.properties(id);
        var access = map(bucket.get("PublicAccessBlockConfiguration"));
        for (String way : CLOSED) wanted(id, way, Boolean.TRUE.equals(access.get(way)));
        wanted(id, "encryption", bucket.containsKey("BucketEncryption"));
        var versions = map(bucket.get("VersioningConfiguration"));
        wanted(id, "versions", "Enabled".equals(versions.get("Status")));
    }

    private void retained(String id) {
        var resource = map(template.resources().get(id));
        wanted(
                id,
                "to be retained",
                "Retain".equals(resource.get("DeletionPolicy"))
                        && "Retain".equals(resource.get("UpdateReplacePolicy")));
    }

    private void wanted(String id, String what, boolean there) {
        if (!there) findings.add(id + ": lacks " + what);
    }
}
