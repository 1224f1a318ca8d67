package games.drawbridge.simulation;

/// How requests to a service fare, each 0–1.
///
/// @param slow how many take up to three seconds; what they ask for may happen at any time in it
/// @param failing how many are refused
/// @param losing how many are done, and nobody is told
record Weather(double slow, double failing, double losing) {
    static final Weather CALM = new Weather(0, 0, 0);
    static final Weather USUAL = new Weather(0.01, 0.005, 0.01);
    static final Weather ROUGH = new Weather(0.05, 0.03, 0.05);
    static final Weather STORM = new Weather(0.3, 0.3, 0.2);
}
