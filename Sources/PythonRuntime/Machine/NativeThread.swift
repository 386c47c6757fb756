import Glibc

/// A thread started by ``NativeStack/start(_:)``. Whoever has it has to wait for it once.
package struct NativeThread: ~Copyable {
    private let thread: pthread_t
    /// What the thread runs.
    private let job: AnyObject

    init(_ thread: pthread_t, keeping job: AnyObject) {
        self.thread = thread
        self.job = job
    }

    /// Waits until the thread has ended.
    package consuming func join() {
        pthread_join(thread, nil)
        withExtendedLifetime(job) {}
    }
}
