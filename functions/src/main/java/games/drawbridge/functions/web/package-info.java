/// Asking other companies' servers.
@NullMarked
package games.drawbridge.functions.web;

import org.jspecify.annotations.NullMarked;
