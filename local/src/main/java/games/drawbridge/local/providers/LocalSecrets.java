package games.drawbridge.local.providers;

import java.util.Map;

/// The secrets that everybody may know, so that anyone can sign as the doubles do. Outside the
/// local world they are refused.
public final class LocalSecrets {
    static final String FACEBOOK_APP = "1234567890";
    static final String FACEBOOK = "0123456789abcdef0123456789abcdef";
    static final String STRIPE_WEBHOOK = "whsec_test_secret";
    static final String STRIPE_API_KEY = "sk_test_local";

    private LocalSecrets() {}

    /// Values by the secrets' names in the template.
    public static Map<String, String> values() {
        return Map.of(
                "FacebookAppSecret", FACEBOOK,
                "FacebookVerifyToken", "local-verify",
                "StripeWebhookSecret", STRIPE_WEBHOOK,
                "StripeApiKey", STRIPE_API_KEY);
    }
}
