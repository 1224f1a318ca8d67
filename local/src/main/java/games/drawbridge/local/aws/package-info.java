/// The world's own clients of the stand-ins.
@NullMarked
package games.drawbridge.local.aws;

import org.jspecify.annotations.NullMarked;
