/// What Stripe says and how it is asked: its *sessions* (a checkout page for one order), *intents*
/// (a payment), *refunds*, *disputes*, and the *events* in which it tells of them.
@NullMarked
package games.drawbridge.functions.stripe;

import org.jspecify.annotations.NullMarked;
