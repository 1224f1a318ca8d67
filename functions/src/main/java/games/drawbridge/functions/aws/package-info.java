/// The AWS clients of a function, each made in one place from its
/// [games.drawbridge.functions.Environment], and what a *row* of a DynamoDB table looks like in
/// Java.
@NullMarked
package games.drawbridge.functions.aws;

import org.jspecify.annotations.NullMarked;
