/// The half that answers and is gone. Every *endpoint* is one class, and so is every *event* that a
/// stream, a schedule or a rotation brings; template.yaml declares them.
@NullMarked
package games.drawbridge.functions;

import org.jspecify.annotations.NullMarked;
