package games.drawbridge.local.lambda;

import games.drawbridge.local.metrics.FunctionMeter;
import games.drawbridge.local.template.Cloud;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;

/// What all functions share.
///
/// @param timer ends invocations that take too long
record Host(
        Cloud cloud,
        InstantSource clock,
        FunctionLog log,
        FunctionMeter meter,
        ScheduledExecutorService timer) {}
