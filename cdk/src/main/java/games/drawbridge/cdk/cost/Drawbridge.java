package games.drawbridge.cdk.cost;

import static games.drawbridge.cdk.cost.Prices.*;

import java.util.ArrayList;
import java.util.List;

/// This project's bill: functions for what can be, nodes for what must be.
final class Drawbridge {
    /// Gigabyte-seconds of one call: a gigabyte for 25 ms.
    private static final double CALL_GB_SECONDS = 0.025;

    /// Reads and writes of one call.
    private static final double CALL_READS = 2;

    private static final double CALL_WRITES = 0.1;

    /// Kilobytes that a call leaves in the log: Lambda's own lines.
    private static final double CALL_LOG = 0.4;

    /// Seconds between two writes of what a room's row says of its game.
    private static final double ROW_SECONDS = 10;

    /// Minutes of a month; schedules ring each.
    private static final double MEGAMINUTES = MEGASECONDS / 60;

    /// Schedules that ring once a minute.
    private static final int SCHEDULES = 3;

    private final Load load;
    private final Fleet fleet;
    private final List<Item> items = new ArrayList<>();

    private Drawbridge(Load load, Fleet fleet) {
        this.load = load;
        this.fleet = fleet;
    }

    static Bill bill(Load load, Fleet fleet) {
        var bill = new Drawbridge(load, fleet);
        bill.standing();
        bill.nodes();
        bill.messages();
        bill.calls();
        return new Bill("Drawbridge", bill.items);
    }

    /// What is there at night.
    private void standing() {
        idle(
                "VPC",
                "4 endpoints in %d zones".formatted(fleet.zones()),
                4 * fleet.zones() * ENDPOINT_ZONE_HOUR * HOURS);
        idle("WAF", "one list of 7 rules", FIREWALL_MONTH + 7 * FIREWALL_RULE_MONTH);
        idle("ElastiCache", "Valkey serverless, the least", CACHE_LEAST_GB * CACHE_GB_HOUR * HOURS);
        idle("Load balancer", "the hours", BALANCER_HOUR * HOURS);
        idle(
                "CloudWatch",
                "23 alarms, 12 metrics of our own",
                23 * ALARM_MONTH + 12 * METRIC_MONTH);
        idle("KMS, Secrets", "1 key, 5 secrets", KEY_MONTH + 5 * SECRET_MONTH);
        idle(
                "Lambda",
                "%d schedules, each minute".formatted(SCHEDULES),
                SCHEDULES
                        * MEGAMINUTES
                        * (FUNCTION_MILLION + 1e6 * CALL_GB_SECONDS * FUNCTION_GB_SECOND));
    }

    private void nodes() {
        double node = HOURS * (fleet.cores() * VCPU_HOUR + fleet.gigabytes() * GB_HOUR);
        // a node's beat is one write a second
        double beat = MEGASECONDS * TABLE_MILLION_WRITES;
        idle(
                "Fargate",
                "%d nodes that always run".formatted(fleet.minimum()),
                fleet.minimum() * node);
        idle("DynamoDB", "their beats", fleet.minimum() * beat);
        double more = fleet.nodes(load.players()) - fleet.minimum();
        used("Fargate", "%.0f more for the players".formatted(more), more * node);
        used("DynamoDB", "their beats", more * beat);
        double units = Math.max(load.players() / CONNECTIONS_A_UNIT, load.gigabytes() / HOURS);
        used("Load balancer", "connections and bytes", units * BALANCER_UNIT_HOUR * HOURS);
    }

    private void messages() {
        used(
                "CloudFront",
                "%.0f GB to players".formatted(load.gigabytes()),
                EDGE_GB * Math.max(0, load.gigabytes() - EDGE_FREE_GB));
        used(
                "DynamoDB",
                "the durable log: one write a move",
                load.megaMoves() * load.durable() * TABLE_MILLION_WRITES);
        used(
                "DynamoDB",
                "the rooms' rows: one in %.0f s while they are played in".formatted(ROW_SECONDS),
                load.rooms()
                        * Math.min(1 / ROW_SECONDS, load.moves() * load.room())
                        * MEGASECONDS
                        * TABLE_MILLION_WRITES);
        double live = load.megaMoves() * (1 - load.durable());
        used("ElastiCache", "the live log", live * CACHE_MILLION_UNITS);
        // a kilobyte of log for each player who plays now, and a snapshot
        used("ElastiCache", "what it holds", load.players() * 16e3 / 1e9 * CACHE_GB_HOUR * HOURS);
    }

    private void calls() {
        double calls = load.megaCalls();
        used("API Gateway", "%.1f million calls".formatted(calls), calls * CALL_MILLION);
        used(
                "Lambda",
                "the same",
                calls * (FUNCTION_MILLION + 1e6 * CALL_GB_SECONDS * FUNCTION_GB_SECOND));
        used(
                "DynamoDB",
                "what calls read and write",
                calls * (CALL_READS * TABLE_MILLION_READS + CALL_WRITES * TABLE_MILLION_WRITES));
        used(
                "CloudFront",
                "their requests, and the edge function",
                calls * (EDGE_MILLION + EDGE_FUNCTION_MILLION));
        used("WAF", "their requests", calls * FIREWALL_MILLION);
        used("CloudWatch", "their log lines", calls * CALL_LOG * LOG_GB);
    }

    private void idle(String service, String what, double dollars) {
        items.add(new Item(service, what, true, dollars));
    }

    private void used(String service, String what, double dollars) {
        items.add(new Item(service, what, false, dollars));
    }
}
