/// What the tests of the local world share: a small node, small handlers, and a way to wait.
@NullMarked
package games.drawbridge.local.testkit;

import org.jspecify.annotations.NullMarked;
