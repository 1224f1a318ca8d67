/// What the operators say about the *server*: open or in *maintenance*, and which clients may come.
@NullMarked
package games.drawbridge.functions.server;

import org.jspecify.annotations.NullMarked;
