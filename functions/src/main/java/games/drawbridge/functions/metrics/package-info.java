/// *Metrics*: figures that only a function knows, and that alarms and graphs are made of. Calls,
/// their times and those of each table are counted by AWS itself.
@NullMarked
package games.drawbridge.functions.metrics;

import org.jspecify.annotations.NullMarked;
