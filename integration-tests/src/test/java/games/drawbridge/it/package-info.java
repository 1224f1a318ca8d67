/// The whole thing through its front door: HTTP, sockets, faults, a real browser; and what holds
/// for the code as a whole.
@org.jspecify.annotations.NullMarked
package games.drawbridge.it;
