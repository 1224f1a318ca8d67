package games.drawbridge.cdk;

import java.util.LinkedHashMap;
import java.util.List;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.elasticache.CfnParameterGroup;
import software.amazon.awscdk.services.elasticache.CfnReplicationGroup;
import software.amazon.awscdk.services.elasticache.CfnServerlessCache;
import software.amazon.awscdk.services.elasticache.CfnSubnetGroup;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/// Valkey for the rooms' live logs and the bus: serverless, or two nodes of a fixed size, one to
/// take over from the other. Neither may throw a stream away to make room: a stream that is gone
/// forgets which epochs it must refuse.
final class LiveLog extends Construct {
    /// What the second port of a serverless cache is: reads that may be a little old.
    private static final int READS = 6380;

    private static final int PORT = 6379;

    /// `rediss://host:port`
    final String url;

    /// How the cache is called in CloudWatch: dimension and value.
    final String dimension;

    final String name;

    LiveLog(Construct scope, Stage stage, Vpc vpc, Key key, List<SecurityGroup> admitted) {
        super(scope, "LiveLog");
        var group =
                SecurityGroup.Builder.create(this, "Group")
                        .vpc(vpc)
                        .description("The live log")
                        .allowAllOutbound(false)
                        .build();
        for (var from : admitted)
            group.addIngressRule(from, Port.tcpRange(PORT, READS), "the live log's readers");
        var subnets = vpc.getIsolatedSubnets().stream().map(ISubnet::getSubnetId).toList();
        if (stage.cache().equals("serverless")) {
            var cache = serverless(stage, key, group, subnets);
            url = url(cache.getAttrEndpointAddress(), cache.getAttrEndpointPort());
            dimension = "clusterId";
            name = cache.getServerlessCacheName();
        } else {
            var nodes = nodes(stage, key, group, subnets);
            url = url(nodes.getAttrPrimaryEndPointAddress(), nodes.getAttrPrimaryEndPointPort());
            dimension = "CacheClusterId";
            name = stage.stack() + "-001";
        }
    }

    private static String url(String host, String port) {
        return "rediss://" + host + ":" + port;
    }

    /// Only keys that expire may go when it is full, and a live room's stream never expires.
    private CfnServerlessCache serverless(
            Stage stage, Key key, SecurityGroup group, List<String> subnets) {
        return CfnServerlessCache.Builder.create(this, "Cache")
                .serverlessCacheName(stage.stack())
                .description("Live logs and the bus of " + stage.stack())
                .engine("valkey")
                .majorEngineVersion("8")
                .kmsKeyId(key.getKeyArn())
                .securityGroupIds(List.of(group.getSecurityGroupId()))
                .subnetIds(subnets)
                .dailySnapshotTime("04:00")
                .snapshotRetentionLimit(7)
                .build();
    }

    private CfnReplicationGroup nodes(
            Stage stage, Key key, SecurityGroup group, List<String> subnets) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("maxmemory-policy", "noeviction");
        var parameters =
                CfnParameterGroup.Builder.create(this, "Parameters")
                        .cacheParameterGroupFamily("valkey8")
                        .description("Nothing is thrown away to make room")
                        .properties(settings)
                        .build();
        var where =
                CfnSubnetGroup.Builder.create(this, "Subnets")
                        .description("Where the live log stands")
                        .subnetIds(subnets)
                        .build();
        return CfnReplicationGroup.Builder.create(this, "Cache")
                .replicationGroupId(stage.stack())
                .replicationGroupDescription("Live logs and the bus of " + stage.stack())
                .engine("valkey")
                .engineVersion("8.0")
                .cacheNodeType(stage.cache())
                .numCacheClusters(2)
                .automaticFailoverEnabled(true)
                .multiAzEnabled(true)
                .transitEncryptionEnabled(true)
                .atRestEncryptionEnabled(true)
                .kmsKeyId(key.getKeyArn())
                .cacheParameterGroupName(parameters.getRef())
                .cacheSubnetGroupName(where.getRef())
                .securityGroupIds(List.of(group.getSecurityGroupId()))
                .snapshotRetentionLimit(7)
                .snapshotWindow("04:00-05:00")
                .autoMinorVersionUpgrade(true)
                .build();
    }
}
