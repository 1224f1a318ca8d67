package games.drawbridge.cdk.cost;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./drawbridge cost`: what a month would cost. The formulas are those of docs/cost.md.
@Command(
        name = "./drawbridge cost",
        mixinStandardHelpOptions = true,
        description = "Works out what a month would cost on AWS, by service.")
public final class Cost implements Callable<Integer> {
    @Option(names = "--players", defaultValue = "1000", description = "at once, on average")
    private double players;

    @Option(names = "--moves", defaultValue = "0.1", description = "of a player, a second")
    private double moves;

    @Option(names = "--room", defaultValue = "4", description = "players of a room")
    private double room;

    @Option(
            names = "--map",
            defaultValue = "0",
            description = "other messages to a player, a second")
    private double map;

    @Option(names = "--bytes", defaultValue = "250", description = "of a message")
    private double bytes;

    @Option(names = "--durable", defaultValue = "1", description = "share of moves, 0 to 1")
    private double durable;

    @Option(
            names = "--pause",
            defaultValue = "60",
            description = "seconds between HTTP calls of a player")
    private double pause;

    @Option(
            names = "--peak",
            defaultValue = "3",
            description = "the fullest hour, times the average")
    private double peak;

    @Option(names = "--minimum", defaultValue = "3", description = "nodes that always run")
    private int minimum;

    @Option(names = "--cores", defaultValue = "1", description = "of a node")
    private double cores;

    @Option(names = "--memory", defaultValue = "2", description = "gigabytes of a node")
    private double memory;

    @Option(names = "--holds", defaultValue = "2500", description = "players of a node")
    private double holds;

    @Option(names = "--zones", defaultValue = "2", description = "with endpoints")
    private int zones;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Cost()).execute(args));
    }

    @Override
    public Integer call() {
        var load = new Load(players, moves, room, map, bytes, durable, pause, peak);
        var fleet = new Fleet(minimum, cores, memory, holds, zones);
        print(System.out, Drawbridge.bill(load, fleet));
        System.out.printf("slots that the fullest hour needs: %d%n", fleet.slots(load));
        for (var other : new Bill[] {Others.serverlessSockets(load), Others.nakama(load)})
            System.out.printf(Locale.ROOT, "%n%-46s %10.2f%n", other.name(), other.dollars());
        return 0;
    }

    private static void print(PrintStream out, Bill bill) {
        for (boolean idle : new boolean[] {true, false}) {
            out.println(idle ? "without players" : "\nwith them, in addition");
            for (var item : bill.items())
                if (item.idle() == idle && item.dollars() > 0)
                    out.printf(
                            Locale.ROOT,
                            "  %-14s %-38s %10.2f%n",
                            item.service(),
                            item.what(),
                            item.dollars());
        }
        out.printf(
                Locale.ROOT,
                "%n%-46s %10.2f  (%.2f of it idle)%n",
                bill.name() + ", dollars a month",
                bill.dollars(),
                bill.idle());
    }
}
