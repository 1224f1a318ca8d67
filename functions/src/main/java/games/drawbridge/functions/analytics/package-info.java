/// Events on their way to where they are counted: clients tell of theirs in *batches*, the server's
/// are made of what was written down anyway, and all leave as lines of JSON through Firehose.
@NullMarked
package games.drawbridge.functions.analytics;

import org.jspecify.annotations.NullMarked;
