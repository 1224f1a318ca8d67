/// What happens, as it is counted later. An *event* is of a *schema*, which says its fields; the
/// *registry* has all schemas of a title, and a table's worth of columns comes of it.
@NullMarked
package games.drawbridge.model.analytics;

import org.jspecify.annotations.NullMarked;
