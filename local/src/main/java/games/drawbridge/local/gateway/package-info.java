/// The *gateway* is API Gateway's HTTP API as handlers and callers see it: *routes*, their
/// *authorizer*, the event a function gets and the response made of its answer.
@NullMarked
package games.drawbridge.local.gateway;

import org.jspecify.annotations.NullMarked;
