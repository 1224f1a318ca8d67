/// What a function's *policies* allow it to do. A call of AWS has *needs*: each an action on a
/// resource.
@NullMarked
package games.drawbridge.local.iam;

import org.jspecify.annotations.NullMarked;
