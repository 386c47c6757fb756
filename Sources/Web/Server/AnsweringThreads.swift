import Dispatch
import PythonRuntime
import Synchronization

/// Threads that answer questions which take time: they ask the catalogue, walk through deep conditions, write pages.
///
/// Connections are served by threads that must never wait and have small stacks; these may wait, and have large ones. A question
/// for which there is no place is turned away at once: a client that comes back later is better off than all of them waiting.
package final class AnsweringThreads: Sendable {
    private let state = Mutex(State())
    private let ready = DispatchSemaphore(value: 0)
    private let count: Int
    private let waitingMax: Int

    private struct State {
        /// Those before ``next`` have been taken.
        var questions: [(@Sendable () -> Void)?] = []
        var next = 0
        var isStopped = false

        mutating func take() -> (@Sendable () -> Void)? {
            guard next < questions.count else { return nil }
            let question = questions[next].take()
            next += 1
            if next == questions.count { (questions, next) = ([], 0) }
            return question
        }
    }

    /// Thrown where there is no place for a question.
    package struct Full: Error {}

    /// So many threads, for which so many questions may wait.
    package init(count: Int, waitingMax: Int) {
        self.count = max(1, count)
        self.waitingMax = waitingMax
    }

    /// Calls `body` on a thread while the others answer what it asks, and waits for all of them. Questions that still wait when
    /// `body` returns are answered.
    package func run(_ body: @Sendable () -> Void) {
        NativeStack.run(threads: count + 1) { index in
            guard index == 0 else { return work() }
            body()
            state.withLock { $0.isStopped = true }
            for _ in 0..<count { ready.signal() }
        }
    }

    private func work() {
        while true {
            ready.wait()
            let (question, isStopped) = state.withLock { ($0.take(), $0.isStopped) }
            if let question {
                question()
            } else if isStopped {
                return
            }
        }
    }

    /// The answer to a question, from one of the threads.
    package func answer<Answer: Sendable>(_ question: @escaping @Sendable () -> Answer) async throws(Full) -> Answer {
        let answer = await withCheckedContinuation { (continuation: CheckedContinuation<Answer?, Never>) in
            let isTaken = state.withLock { state in
                guard !state.isStopped, state.questions.count - state.next < waitingMax else { return false }
                state.questions.append { continuation.resume(returning: question()) }
                return true
            }
            if isTaken { ready.signal() } else { continuation.resume(returning: nil) }
        }
        guard let answer else { throw Full() }
        return answer
    }
}
