/// The *template* is template.yaml, read and resolved: every *declaration* in it is a plain value
/// here. What the local world could not run exactly is a *fault* that names the resource and
/// property.
@NullMarked
package games.drawbridge.local.template;

import org.jspecify.annotations.NullMarked;
