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

    /// Calls `body` on a thread of its own with ``byteCount`` of stack, and waits for it.
    package static func run<Result>(_ body: () -> Result) -> Result {
        withoutActuallyEscaping(body) { body in
            var result: Result?
            let job = Unmanaged.passRetained(Job { result = body() })
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
                job.toOpaque()
            )
            pthread_attr_destroy(&attributes)
            precondition(status == 0, "margay: cannot start a thread (error \(status))")
            pthread_join(thread, nil)
            job.release()
            guard let result else { preconditionFailure("margay: the thread ended without a result") }
            return result
        }
    }
}
