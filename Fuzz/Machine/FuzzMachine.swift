import Diagnostics
import Events
import PythonLibrary
import PythonRuntime
import PythonSyntax
import TestSupport

/// One input of libFuzzer: choices of a grammar, which make a program. It is compiled and run with small budgets on a few
/// events, twice, with other hash seeds: it must not crash, use a value after its end (checked mode), hang, or print
/// anything else the second time.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMachine(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let kind = bytes.first else { return 0 }
    var program = RandomProgram(bytes: Array(bytes.dropFirst()))
    let text = kind & 1 == 0 ? program.rule() : program.program()
    let source = Source(path: "fuzz.py", text: text)
    let parsed = Parser.parse(source)
    guard parsed.isValid else { preconditionFailure("the grammar writes no program:\n\(text)") }
    guard let code = Compiler.compile(parsed.module, name: "fuzz", source: source).code else { return 0 }
    let outputs = NativeStack.run { [run(code, seed: 1), run(code, seed: 0x5555_AAAA_1234_8765)] }
    precondition(outputs[0] == outputs[1], "the seed of hashes shows:\n\(text)\n\(outputs[0])\n\(outputs[1])")
    return 0
}

/// What the module prints while it is loaded, and its rule on four events.
private func run(_ code: ModuleCode, seed: UInt64) -> String {
    var limits = Limits()
    limits.stepsMax = 20_000
    limits.arenaBytesMax = 1 << 20
    limits.heapBytesMax = 1 << 20
    limits.depthMax = 100
    limits.nativeDepthMax = 40
    limits.printedBytesMax = 1 << 14
    limits.integerBitsMax = 1 << 14
    limits.patternStepsMax = 10_000
    var machine = Machine(
        limits: limits,
        environment: Environment(now: { 1_700_000_000 }, hashSeed: seed, library: Library.table)
    )
    var tape = Tape()
    guard (try? tape.parse(copying: Array(#"{"name":"a margay","list":[1,2,{"deep":[3]}]}"#.utf8))) != nil else { return "" }
    var output = ""
    let space = machine.makeSpace()
    do throws(Raised) {
        let module = try machine.loadEntry(code, in: space)
        output += String(decoding: machine.printed, as: UTF8.self)
        end(&machine, &output)
        for _ in 0..<4 {
            let rule = machine.moduleAttribute(module, machine.name("rule"))
            guard !rule.isUnbound else { return output }
            let event = machine.beginEvent(tape.view)
            do throws(Raised) {
                let answer = try machine.call(rule, with: event)
                output += machine.string(try machine.repr(answer)) + "\n"
            } catch {
                output += machine.describeException().type + "\n"
            }
            output += String(decoding: machine.printed, as: UTF8.self)
            end(&machine, &output)
        }
    } catch {
        output += machine.describeException().type
    }
    return output
}

private func end(_ machine: inout Machine, _ output: inout String) {
    do throws(Raised) { try machine.finishEvent() } catch { output += "kept too much\n" }
}
