/// What stands between two programs and can be made to behave badly: a *road* between clients and a
/// door, in any *weather*, and a *toll* before an HTTP service that makes *trouble* for some calls.
@NullMarked
package games.drawbridge.faults.net;

import org.jspecify.annotations.NullMarked;
