package games.drawbridge.local.template;

/// An S3 bucket.
public record Bucket(String id, String name) {

    static Bucket read(String id, String name, Props props) {
        props.ignore(
                "BucketName",
                "BucketEncryption",
                "PublicAccessBlockConfiguration",
                "OwnershipControls",
                "VersioningConfiguration",
                "ObjectLockEnabled",
                "ObjectLockConfiguration",
                "LifecycleConfiguration",
                "Tags");
        return new Bucket(id, name);
    }

    /// S3 allows lower case only: `ContentBucket` is called `content-bucket`.
    static String nameOf(String id) {
        return id.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
