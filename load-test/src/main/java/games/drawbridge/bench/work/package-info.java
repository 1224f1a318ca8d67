/// The workloads: what servers are made to do, and what is measured meanwhile.
@NullMarked
package games.drawbridge.bench.work;

import org.jspecify.annotations.NullMarked;
