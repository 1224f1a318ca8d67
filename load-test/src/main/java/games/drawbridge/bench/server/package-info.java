/// The contestants, each a process of its own on a core of its own.
@NullMarked
package games.drawbridge.bench.server;

import org.jspecify.annotations.NullMarked;
