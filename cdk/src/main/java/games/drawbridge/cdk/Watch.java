package games.drawbridge.cdk;

import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;

/// One thing that is watched. docs/operate.md has a chapter of its name, which says what to do.
///
/// @param name of the alarm: one word
/// @param meaning one sentence, in the alarm's mail
/// @param metric once a minute or rarer
/// @param over beyond which it is wrong
/// @param periods in a row
/// @param silence what it means when nothing is measured
record Watch(
        String name,
        String meaning,
        IMetric metric,
        double over,
        int periods,
        ComparisonOperator comparison,
        TreatMissingData silence) {

    static Watch above(String name, String meaning, IMetric metric, double over, int periods) {
        return new Watch(
                name,
                meaning,
                metric,
                over,
                periods,
                ComparisonOperator.GREATER_THAN_THRESHOLD,
                TreatMissingData.NOT_BREACHING);
    }

    /// Where silence is an alarm too: what measures is itself gone.
    Watch andSilence() {
        return new Watch(
                name, meaning, metric, over, periods, comparison, TreatMissingData.BREACHING);
    }
}
