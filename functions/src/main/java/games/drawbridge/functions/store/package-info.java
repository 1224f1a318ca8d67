/// The store as players meet it: the catalogue to read, and orders.
@NullMarked
package games.drawbridge.functions.store;

import org.jspecify.annotations.NullMarked;
