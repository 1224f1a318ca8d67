package games.drawbridge.functions.payments;

class InstantCrashTest extends CrashTest {
    InstantCrashTest() {
        super("instant", shop -> new MetaTill(shop, "instant"));
    }
}
