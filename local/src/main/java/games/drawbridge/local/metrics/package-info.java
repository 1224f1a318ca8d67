/// What a dashboard would show: *figures* of nodes and functions, looked at every two seconds and
/// kept for ten minutes as *lines*.
@NullMarked
package games.drawbridge.local.metrics;

import org.jspecify.annotations.NullMarked;
