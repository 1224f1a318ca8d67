/// Months of the books. A *period* is a month that is asked to be closed. Closing first *freezes*
/// what it is made of, as *pinned* files, and then makes the *statement* of nothing else; its
/// *manifest* names every file with its hash.
@NullMarked
package games.drawbridge.functions.books;

import org.jspecify.annotations.NullMarked;
