/// What takes time on players' ways in, told to an OpenTelemetry *collector*, where one is named.
@NullMarked
package games.drawbridge.realtime.trace;

import org.jspecify.annotations.NullMarked;
