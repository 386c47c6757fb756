import Synchronization

/// The time that rules see: set to the time of each event, or left to follow a wall clock.
package final class EngineClock: Sendable {
    private let bits: Atomic<UInt64>
    private let wall: (@Sendable () -> Double)?

    /// A clock that stands still until ``set(_:)`` moves it.
    package init(seconds: Double) {
        bits = Atomic(seconds.bitPattern)
        wall = nil
    }

    /// A clock that follows `wall`, which gives seconds since 1970; ``set(_:)`` does nothing.
    package init(following wall: @escaping @Sendable () -> Double) {
        bits = Atomic(0)
        self.wall = wall
    }

    /// Seconds since 1970.
    package var now: Double { wall?() ?? Double(bitPattern: bits.load(ordering: .relaxed)) }

    /// Moves a clock that stands still.
    package func set(_ seconds: Double) { bits.store(seconds.bitPattern, ordering: .relaxed) }
}
