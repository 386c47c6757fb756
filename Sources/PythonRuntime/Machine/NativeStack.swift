import CDispatch
import Glibc

/// Runs code on a thread with a stack that nested calls of rules cannot exhaust.
///
/// Rules may nest calls ``Limits/depthMax`` deep, each of which can go through several frames of Swift; a thread of a
/// pool has far too little stack for that. Only touched pages cost memory.
package enum NativeStack {
    /// Bytes of address space for one such stack.
    package static let byteCount = 512 << 20

    private final class Job {
        let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
    }

    /// Starts a thread with ``byteCount`` of stack that calls `body`; nil if the system gives none.
    package static func start(_ body: @escaping @Sendable () -> Void) -> NativeThread? {
        let job = Job(body)
        return create(job).map { NativeThread($0, keeping: job) }
    }

    /// Calls `body` on a thread of its own with ``byteCount`` of stack, and waits for it.
    package static func run<Result>(_ body: () -> Result) -> Result {
        withoutActuallyEscaping(body) { body in
            var result: Result?
            let job = Job { result = body() }
            join(start(job), job)
            guard let result else { preconditionFailure("margay: the thread ended without a result") }
            return result
        }
    }

    /// Calls `body` with 0, 1 … on as many threads at once, each with ``byteCount`` of stack, and waits for all.
    package static func run(threads count: Int, _ body: @Sendable (Int) -> Void) {
        withoutActuallyEscaping(body) { body in
            let jobs = (0..<count).map { index in Job { body(index) } }
            let threads = jobs.map(start)
            for (thread, job) in zip(threads, jobs) { join(thread, job) }
        }
    }

    /// Starts a thread that does `job`, which the caller keeps until it has joined the thread.
    private static func start(_ job: Job) -> pthread_t {
        guard let thread = create(job) else { preconditionFailure("margay: cannot start a thread") }
        return thread
    }

    private static func create(_ job: Job) -> pthread_t? {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, byteCount)
        var thread: pthread_t = 0
        let status = pthread_create(
            &thread,
            &attributes,
            { argument in
                if let argument { Unmanaged<Job>.fromOpaque(argument).takeUnretainedValue().body() }
                return nil
            },
            Unmanaged.passUnretained(job).toOpaque()
        )
        pthread_attr_destroy(&attributes)
        return status == 0 ? thread : nil
    }

    private static func join(_ thread: pthread_t, _ job: Job) {
        pthread_join(thread, nil)
        withExtendedLifetime(job) {}
    }
}
