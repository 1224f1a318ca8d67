/// What goes *inside* the functions' class loader: a *guard* that every AWS client there passes its
/// calls by, the *caller* on whose behalf it asks, and the way from JSON to their events. Nothing
/// here may name the world's other classes.
@NullMarked
package games.drawbridge.local.inside;

import org.jspecify.annotations.NullMarked;
