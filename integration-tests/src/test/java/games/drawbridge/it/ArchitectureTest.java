package games.drawbridge.it;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What holds for the code as a whole. A rule that finds nothing to look at fails by itself; that
/// enough was looked at is counted below.
@AnalyzeClasses(packages = "games.drawbridge", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String MODEL = "games.drawbridge.model..";
    private static final String FUNCTIONS = "games.drawbridge.functions..";
    private static final String REALTIME = "games.drawbridge.realtime..";

    @ArchTest
    static final ArchRule theModelKnowsNobody =
            classes()
                    .that(resideInAPackage(MODEL))
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                    MODEL,
                                    "java..",
                                    "org.jspecify..",
                                    "com.fasterxml.jackson.annotation.."));

    /// A virtual thread that waits while it initialises a class keeps its carrier; with two
    /// carriers two such threads have stopped whole processes.
    @ArchTest
    static final ArchRule thereAreNoVirtualThreads =
            noClasses()
                    .should()
                    .callMethod(Thread.class, "ofVirtual")
                    .orShould()
                    .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor");

    @ArchTest
    static final ArchRule theModelDoesNoInputOrOutput =
            noClasses()
                    .that(resideInAPackage(MODEL))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "java.io..", "java.nio..", "java.net..", "java.sql.."));

    @ArchTest
    static final ArchRule theModelHasNoClockAndNoDice =
            noClasses()
                    .that(resideInAPackage(MODEL))
                    .should()
                    .accessTargetWhere(clockOrDice())
                    .because("a replay must find the same: they come in through Turn and Opening");

    @ArchTest
    static final ArchRule theRoomsCoreHasNoClockNoThreadAndNoDice =
            noClasses()
                    .that()
                    .haveNameMatching(
                            "games\\.drawbridge\\.realtime\\.room\\.(RoomCore|Feeds|Patches|Crowd|Gate|History|Presence|Game)(\\$.*)?")
                    .should()
                    .accessTargetWhere(clockOrDice())
                    .orShould()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "java.util.concurrent..",
                                    "io.netty..",
                                    "software.amazon..",
                                    "io.vertx.."))
                    .because("it is simulated from a seed");

    @ArchTest
    static final ArchRule theProgramsNeverMeet =
            noClasses()
                    .that(resideInAPackage(FUNCTIONS))
                    .should()
                    .dependOnClassesThat(resideInAPackage(REALTIME));

    @ArchTest
    static final ArchRule theProgramsNeverMeetTheOtherWayEither =
            noClasses()
                    .that(resideInAPackage(REALTIME))
                    .should()
                    .dependOnClassesThat(resideInAPackage(FUNCTIONS));

    @ArchTest
    static final ArchRule botsShareNoCodeWithWhatTheyPlayAgainst =
            noClasses()
                    .that(resideInAPackage("games.drawbridge.bots.."))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(MODEL, FUNCTIONS, REALTIME));

    @ArchTest
    static final ArchRule onlyTablesSpeakDynamoDb =
            noClasses()
                    .that(resideInAnyPackage(FUNCTIONS, REALTIME))
                    .and()
                    .haveNameNotMatching(".*Table(\\$.*)?")
                    .should()
                    .callMethodWhere(
                            describe(
                                    "a call of DynamoDbClient other than making and closing one",
                                    call ->
                                            call.getTargetOwner()
                                                            .isAssignableTo(DynamoDbClient.class)
                                                    && !List.of("builder", "create", "close")
                                                            .contains(call.getTarget().getName())));

    @ArchTest
    static final ArchRule functionsHaveNoCycles =
            slices().matching("games.drawbridge.functions.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theNodeHasNoCycles =
            slices().matching("games.drawbridge.realtime.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theLocalWorldHasNoCycles =
            slices().matching("games.drawbridge.local.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theLocalWorldMeetsThemOnlyThroughTheirDoors =
            noClasses()
                    .that(resideInAPackage("games.drawbridge.local.."))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(FUNCTIONS, REALTIME));

    @ArchTest
    static final ArchRule theModelHasNoCycles =
            slices().matching("games.drawbridge.model.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("SecretsManager") // the service's own name
                    .should()
                    .haveNameMatching(".*(Impl|Manager|Util|Utils|Helper|Dto)(\\$.*)?")
                    .orShould()
                    .haveNameMatching(".*\\.Abstract[A-Z].*");

    @ArchTest
    static void enoughIsLookedAt(JavaClasses classes) {
        assertThat(count(classes, "games.drawbridge.model.")).isGreaterThan(40);
        assertThat(count(classes, "games.drawbridge.functions.")).isGreaterThan(60);
        assertThat(count(classes, "games.drawbridge.realtime.")).isGreaterThan(50);
        assertThat(count(classes, "games.drawbridge.bots.")).isGreaterThan(8);
    }

    private static long count(JavaClasses classes, String prefix) {
        return classes.stream().filter(it -> it.getName().startsWith(prefix)).count();
    }

    private static DescribedPredicate<JavaAccess<?>> clockOrDice() {
        return describe(
                "the clock, dice or a random id",
                access -> {
                    var owner = access.getTargetOwner();
                    var name = access.getTarget().getName();
                    return owner.isEquivalentTo(Clock.class)
                            || owner.isAssignableTo(InstantSource.class)
                            || owner.isEquivalentTo(Random.class)
                            || owner.isEquivalentTo(ThreadLocalRandom.class)
                            || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"))
                            || (owner.isEquivalentTo(Instant.class) && name.equals("now"))
                            || (owner.isEquivalentTo(Math.class) && name.equals("random"))
                            || (owner.isEquivalentTo(System.class)
                                    && List.of(
                                                    "currentTimeMillis",
                                                    "nanoTime",
                                                    "getenv",
                                                    "getProperty")
                                            .contains(name));
                });
    }
}
