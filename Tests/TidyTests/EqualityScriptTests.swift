import Foundation
import TestSupport
import Testing

/// `scripts/equality`: its comparison has tests of its own, in Python.
@Suite struct EqualityScriptTests {
    @Test("the comparison of outcomes passes its tests") func comparison() throws {
        guard let pythonPath else {
            print("no CPython on this machine: scripts/equality is not tested")
            return
        }
        let folder = Repository.root.appending(path: "scripts/equality").path
        let result = try run(pythonPath, ["-B", "-m", "unittest", "discover", "--start-directory", folder])
        #expect(result.status == 0, "\(result.error)")
    }
}
