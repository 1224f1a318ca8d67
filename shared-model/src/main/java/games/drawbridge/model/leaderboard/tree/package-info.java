/// The entries of one ranking as a B+ tree, each *node* a row: a *leaf* holds keys, an inner node
/// how many keys are below each *child*. A rank is the sum of what stands before it on the way
/// down. A changed node goes into its other *slot*, so that the tree as it was stays whole until
/// the root of the new one is written.
@NullMarked
package games.drawbridge.model.leaderboard.tree;

import org.jspecify.annotations.NullMarked;
