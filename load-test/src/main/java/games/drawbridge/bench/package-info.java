/// `./drawbridge bench node`: what a room server costs, ours beside others. A *contestant* is a
/// server that is measured; a *workload* is what it has to do; a *round* is every workload once
/// with every contestant.
@NullMarked
package games.drawbridge.bench;

import org.jspecify.annotations.NullMarked;
