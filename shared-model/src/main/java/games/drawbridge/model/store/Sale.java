package games.drawbridge.model.store;

/// Another price for a while.
public record Sale(Span during, Catalogue.Price price) {}
