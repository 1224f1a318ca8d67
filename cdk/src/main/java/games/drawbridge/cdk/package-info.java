/// The infrastructure: the serverless half as template.yaml declares it, included and not written
/// again.
@NullMarked
package games.drawbridge.cdk;

import org.jspecify.annotations.NullMarked;
