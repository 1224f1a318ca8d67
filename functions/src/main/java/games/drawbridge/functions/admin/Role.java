package games.drawbridge.functions.admin;

/// What somebody may do beyond playing.
enum Role {
    /// Helps players.
    SUPPORT,
    /// Manages the server, and helps players.
    ADMIN;

    /// The roles that may do what this one may.
    String[] words() {
        return switch (this) {
            case SUPPORT -> new String[] {"support", "admin"};
            case ADMIN -> new String[] {"admin"};
        };
    }
}
