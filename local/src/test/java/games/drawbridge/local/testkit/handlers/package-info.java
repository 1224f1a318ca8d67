/// Small functions that the tests of the local world run, loaded as Lambda loads code.
@NullMarked
package games.drawbridge.local.testkit.handlers;

import org.jspecify.annotations.NullMarked;
