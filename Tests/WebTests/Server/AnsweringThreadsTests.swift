import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Web

/// Questions that wait for a thread.
@Suite struct AnsweringThreadsTests {
    @Test("as many as the limit wait; one more is turned away at once") func waiting() async throws {
        let most = ServerLimits().waitingMax
        let threads = AnsweringThreads(count: 1, waitingMax: most)
        let isStarted = Mutex(false)
        let (gate, end) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        Thread.detachNewThread { threads.run { end.wait() } }
        defer { end.signal() }
        // One holds the only thread.
        async let first = threads.answer {
            isStarted.withLock { $0 = true }
            gate.wait()
            return -1
        }
        while !isStarted.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(1)) }
        let answers = await withTaskGroup(of: Int?.self) { group in
            for number in 0...most { group.addTask { try? await threads.answer { number } } }
            var answers: [Int?] = []
            for await answer in group {
                answers.append(answer)
                // The first that comes is the one for which there is no place: the others wait until the gate opens.
                if answers.count == 1 { gate.signal() }
            }
            return answers
        }
        #expect(try await first == -1)
        #expect(answers.first == .some(nil))
        #expect(answers.count { $0 == nil } == 1)
        #expect(Set(answers.compactMap(\.self)).count == most)
    }
}
