/// The rooms' real engine in a simulated world, run by one thread from one seed: the same seed is
/// the same evening, to the nanosecond. *Agenda* is its clock, *life* one run of a process, a
/// *service* what answers requests (or does not), a *fault* what is done to them.
@NullMarked
package games.drawbridge.simulation;

import org.jspecify.annotations.NullMarked;
