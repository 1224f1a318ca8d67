package games.drawbridge.local.template;

import games.drawbridge.local.refusal.Refusal;

/// The template asks for something that the local world can't run exactly.
public final class TemplateFault extends Refusal {

    /// @param where resource and property, as in `Players.TimeToLiveSpecification`
    public TemplateFault(String where, String why) {
        super("template.yaml: " + where + ": " + why);
    }
}
