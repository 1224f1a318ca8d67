/// A *collector* of traces, as much of OpenTelemetry's as a person at a keyboard needs: it takes
/// spans as OTLP's JSON and keeps the newest.
@NullMarked
package games.drawbridge.local.traces;

import org.jspecify.annotations.NullMarked;
