package games.drawbridge.functions.payments;

class FacebookCrashTest extends CrashTest {
    FacebookCrashTest() {
        super("facebook", shop -> new MetaTill(shop, "facebook"));
    }
}
