import Testing

@Suite struct EventsPlaceholderTests {}
