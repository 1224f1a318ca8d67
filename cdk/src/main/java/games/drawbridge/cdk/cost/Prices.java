package games.drawbridge.cdk.cost;

/// US dollars in us-east-1, without any free tier but where it is said, as AWS showed them in 2026.
/// docs/cost.md says where each comes from.
final class Prices {
    /// Of a month of 730 hours.
    static final double HOURS = 730;

    /// Millions of seconds of it.
    static final double MEGASECONDS = 2.628;

    static final double VCPU_HOUR = 0.03238;
    static final double GB_HOUR = 0.00356;

    static final double BALANCER_HOUR = 0.0225;
    static final double BALANCER_UNIT_HOUR = 0.008;

    /// New or open connections that one unit of a load balancer holds.
    static final double CONNECTIONS_A_UNIT = 3_000;

    static final double EDGE_GB = 0.085;

    /// Gigabytes a month that CloudFront gives away for ever.
    static final double EDGE_FREE_GB = 1_000;

    static final double EDGE_MILLION = 1.00;

    static final double TABLE_MILLION_WRITES = 0.625;
    static final double TABLE_MILLION_READS = 0.125;

    static final double CALL_MILLION = 1.00;
    static final double FUNCTION_MILLION = 0.20;
    static final double FUNCTION_GB_SECOND = 0.0000133334;

    static final double EDGE_FUNCTION_MILLION = 0.60;

    static final double CACHE_GB_HOUR = 0.084;
    static final double CACHE_MILLION_UNITS = 0.0023;

    /// Gigabytes that a serverless cache of Valkey is paid for at least.
    static final double CACHE_LEAST_GB = 0.1;

    static final double ENDPOINT_ZONE_HOUR = 0.01;

    static final double FIREWALL_MONTH = 5;
    static final double FIREWALL_RULE_MONTH = 1;
    static final double FIREWALL_MILLION = 0.60;

    static final double LOG_GB = 0.50;
    static final double METRIC_MONTH = 0.30;
    static final double ALARM_MONTH = 0.10;
    static final double KEY_MONTH = 1;
    static final double SECRET_MONTH = 0.40;

    static final double SOCKET_MILLION_MINUTES = 0.25;
    static final double SOCKET_MILLION = 1.00;

    /// Beyond a billion messages a month.
    static final double SOCKET_MILLION_MORE = 0.80;

    static final double MACHINE_HOUR = 0.0725;

    /// Of a database of two machines, with its storage, a month.
    static final double DATABASE_MONTH = 118;

    private Prices() {}
}
