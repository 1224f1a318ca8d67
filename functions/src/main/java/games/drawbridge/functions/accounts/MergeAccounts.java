package games.drawbridge.functions.accounts;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.login.Offers;
import games.drawbridge.functions.players.Profile;
import games.drawbridge.functions.players.ProfileTable;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/// Makes the player of an offer part of the caller. Asked again it goes on where it broke off.
@Route(value = "POST /v1/login/merge", rate = 50, burst = 100)
public final class MergeAccounts extends Endpoint {
    private final InstantSource clock = InstantSource.system();
    private final Attempts attempts = new Attempts(new SecureRandom());
    private final Offers offers;
    private final ProfileTable profiles;
    private final MergeTable merges;
    private final Jobs jobs;
    private final JobTable table;

    public MergeAccounts() {
        this(Environment.system());
    }

    public MergeAccounts(Environment environment) {
        var aws = new Aws(environment);
        offers = new Offers(aws, clock);
        profiles = new ProfileTable(aws);
        merges = new MergeTable(aws, clock);
        jobs = new Jobs(aws, clock);
        table = new JobTable(aws);
    }

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        String text = request.body().fields().text("offer", 1, AccountLimits.OFFER);
        var pair =
                offers.read(text)
                        .filter(offer -> offer.into().equals(player))
                        .orElseThrow(() ->
                                new Problem(422, "no-such-offer", "ask the link call for another"));
        attempts.until(() -> begun(pair));
        table.find(new Job.Merge(pair.from(), pair.into(), false).key())
                .filter(job -> !job.passed())
                .ifPresent(jobs::run);
        return Reply.ok(profile(pair));
    }

    /// Empty when one of the two was changed in between.
    private Optional<Boolean> begun(Offers.Pair pair) {
        var from = profiles.find(pair.from());
        if (from.isEmpty()) return again(pair);
        var into = profile(pair);
        if (!offers.allow(from.get(), into))
            throw new Problem(422, "no-such-offer", "these two can no longer become one");
        return merges.begin(from.get(), into) ? Optional.of(true) : Optional.empty();
    }

    private Optional<Boolean> again(Offers.Pair pair) {
        if (merges.into(pair.from()).filter(pair.into()::equals).isPresent())
            return Optional.of(false);
        throw new Problem(422, "no-such-offer", "that player is no more");
    }

    private Profile profile(Offers.Pair pair) {
        return profiles.find(pair.into()).orElseThrow(() -> Problem.unauthorized("no such player"));
    }
}
