import Foundation
import Synchronization
import Testing

@testable import Pipeline

@Suite struct LineWriterTests {
    @Test("lines arrive in order, however small the buffer", arguments: [1, 2, 7, 1 << 16])
    func lines(_ capacity: Int) throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "out").path
        var writer = try LineWriter(path: path, capacity: capacity)
        for number in 0..<1_000 { try writer.write(line: "line \(number)".utf8) }
        try writer.flush()
        let expected = (0..<1_000).map { "line \($0)\n" }.joined()
        #expect(try String(contentsOfFile: path, encoding: .utf8) == expected)
    }

    @Test("a pipe nobody reads is closed, once") func closedPipe() throws {
        LineWriter.ignoreBrokenPipeSignal()
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        close(ends[0])
        defer { close(ends[1]) }
        var writer = LineWriter(descriptor: ends[1])
        try writer.write(line: "a".utf8)
        #expect(throws: WriteFault.closed) { try writer.flush() }
        #expect(throws: Never.self) { try writer.flush() }
    }

    @Test("a pipe that is full is waited for, blocking or not", arguments: [false, true])
    func fullPipe(_ isNonBlocking: Bool) throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        if isNonBlocking { _ = fcntl(ends[1], F_SETFL, fcntl(ends[1], F_GETFL) | O_NONBLOCK) }
        let reading = ends[0]
        let received = Mutex(0)
        let done = DispatchSemaphore(value: 0)
        // A thread of its own: the writer blocks the one it runs on.
        Thread.detachNewThread {
            var chunk = [UInt8](repeating: 0, count: 4096)
            while case let count = read(reading, &chunk, chunk.count), count > 0 { received.withLock { $0 += count } }
            done.signal()
        }
        var writer = LineWriter(descriptor: ends[1])
        let line = [UInt8](repeating: 0x61, count: 99)
        for _ in 0..<20_000 { try writer.write(line: line) }
        try writer.flush()
        close(ends[1])
        #expect(done.wait(timeout: .now() + 20) == .success)
        close(reading)
        #expect(received.withLock { $0 } == 2_000_000)
    }

    @Test("a file that cannot be made is a fault") func unwritable() {
        #expect(throws: WriteFault.system(2)) { _ = try LineWriter(path: "/no/such/folder/out").flushesEachLine }
    }
}
