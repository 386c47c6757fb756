import PythonRuntime

/// Threads that are waited for together.
struct ThreadGroup: ~Copyable {
    private var last: Link?
    private(set) var count = 0

    /// A list, since arrays hold no values that cannot be copied.
    private final class Link {
        var thread: NativeThread?
        let before: Link?

        init(_ thread: consuming NativeThread, before: Link?) {
            self.thread = consume thread
            self.before = before
        }
    }

    /// Starts a thread; without a thread from the system, nothing is done.
    mutating func start(_ body: @escaping @Sendable () -> Void) {
        guard let thread = NativeStack.start(body) else { return }
        last = Link(thread, before: last)
        count += 1
    }

    /// Waits for all of them.
    mutating func join() {
        while let link = last {
            if let thread = link.thread.take() { thread.join() }
            last = link.before
        }
        count = 0
    }
}
