package games.drawbridge.cdk;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.HorizontalAnnotation;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.constructs.Construct;

/// The dashboard: a graph for each watch, with the line beyond which it is wrong.
final class Board extends Construct {
    private static final int COLUMNS = 3;

    /// Of CloudWatch's grid of 24.
    private static final int WIDTH = 24 / COLUMNS;

    Board(Construct scope, Stage stage, List<Watch> watches) {
        super(scope, "Board");
        var dashboard =
                Dashboard.Builder.create(this, "Dashboard").dashboardName(stage.stack()).build();
        for (int i = 0; i < watches.size(); i += COLUMNS) {
            var row = new ArrayList<IWidget>();
            for (var watch : watches.subList(i, Math.min(watches.size(), i + COLUMNS)))
                row.add(graph(watch));
            dashboard.addWidgets(row.toArray(IWidget[]::new));
        }
    }

    private static GraphWidget graph(Watch watch) {
        return GraphWidget.Builder.create()
                .title(watch.name())
                .width(WIDTH)
                .left(List.of(watch.metric()))
                .leftAnnotations(
                        List.of(
                                HorizontalAnnotation.builder()
                                        .value(watch.over())
                                        .label("alarm")
                                        .build()))
                .build();
    }
}
