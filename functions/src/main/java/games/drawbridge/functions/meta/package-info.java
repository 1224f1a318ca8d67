/// What Meta signs with an app's secret: a *signed request* is a signature and a *payload*, and one
/// reader checks all of them; what a payload must say is each reader's own matter.
@NullMarked
package games.drawbridge.functions.meta;

import org.jspecify.annotations.NullMarked;
