/// What takes time on players' ways in, told to an OpenTelemetry *collector*, where one is named.
@NullMarked
package games.drawbridge.functions.trace;

import org.jspecify.annotations.NullMarked;
