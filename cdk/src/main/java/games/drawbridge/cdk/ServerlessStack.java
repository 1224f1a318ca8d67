package games.drawbridge.cdk;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.cloudformation.include.CfnInclude;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.amazon.awscdk.services.sam.CfnFunction;
import software.constructs.Construct;

/// The serverless half: declared once, in template.yaml, and included here. Only the code differs:
/// SAM uploads what `CodeUri` names, so here each function gets the same file as an asset.
final class ServerlessStack extends Stack {
    private final CfnInclude template;
    private final Map<Path, Asset> code = new TreeMap<>();

    /// @param template the file; `functions` the jar that its `CodeUri` names
    ServerlessStack(Construct scope, String id, StackProps props, Path template, Path functions) {
        super(scope, id, props);
        this.template =
                CfnInclude.Builder.create(this, "Template")
                        .templateFile(template.toString())
                        .build();
        for (var child : this.template.getNode().findAll())
            if (child instanceof CfnFunction function) function.setCodeUri(asset(functions));
    }

    private CfnFunction.S3LocationProperty asset(Path file) {
        var asset =
                code.computeIfAbsent(
                        file,
                        it -> Asset.Builder.create(this, "Functions").path(it.toString()).build());
        return CfnFunction.S3LocationProperty.builder()
                .bucket(asset.getS3BucketName())
                .key(asset.getS3ObjectKey())
                .build();
    }
}
