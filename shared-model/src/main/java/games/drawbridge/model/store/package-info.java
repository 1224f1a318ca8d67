/// The *store* sells *items* for game currency and *packs* for real money. What a buyer gets are
/// *grants*; an item with several is a *bundle*. The *catalogue* is the versioned list of both, and
/// of the *goods* that there are. An *offer* is an item as somebody sees it at a moment; a
/// *requirement* is what must be true of who buys it, a *sale* another price for a while, and a
/// *variant* what some players meet in an experiment. A *finding* is what is wrong with a
/// catalogue.
@NullMarked
package games.drawbridge.model.store;

import org.jspecify.annotations.NullMarked;
