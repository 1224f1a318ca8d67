/// The *live configuration*: *values* that operators change while the game runs. A title declares
/// each as a *setting* with its form and its usual value; a *change* says something else, for a
/// time or for a *segment* of the players. What operators write makes a new *version*.
@NullMarked
package games.drawbridge.model.config;

import org.jspecify.annotations.NullMarked;
