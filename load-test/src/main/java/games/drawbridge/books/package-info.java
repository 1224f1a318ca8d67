/// The *books*, as somebody reads them who was not there when they were written.
@NullMarked
package games.drawbridge.books;

import org.jspecify.annotations.NullMarked;
