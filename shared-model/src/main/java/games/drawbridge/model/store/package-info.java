/// The *store* sells *items* for game currency and *packs* for real money. What a buyer gets are
/// *grants*. The *catalogue* is the versioned list of both.
@NullMarked
package games.drawbridge.model.store;

import org.jspecify.annotations.NullMarked;
