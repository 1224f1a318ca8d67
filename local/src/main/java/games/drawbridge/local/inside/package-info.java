/// What goes *inside* the functions' class loader: a guard that every AWS client there passes its
/// calls by, and the caller on whose behalf it asks. Nothing here may name the world's own classes.
@NullMarked
package games.drawbridge.local.inside;

import org.jspecify.annotations.NullMarked;
