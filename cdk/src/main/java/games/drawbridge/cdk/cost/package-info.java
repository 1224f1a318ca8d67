/// What a month costs: a *bill* of *items* by service, made of a *load* and of AWS' prices. An item
/// that is there without any player is *idle*.
@NullMarked
package games.drawbridge.cdk.cost;

import org.jspecify.annotations.NullMarked;
