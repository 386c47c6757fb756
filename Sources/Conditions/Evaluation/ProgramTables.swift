import Addresses
import Events

/// The tables of ``CompiledConditions`` as bare memory: what an evaluator reads without counting references.
struct ProgramTables {
    let nodes: UnsafePointer<ProgramNode>
    let leaves: UnsafePointer<ProgramLeaf>
    let quantifiers: UnsafePointer<ProgramQuantifier>
    let fields: UnsafePointer<ProgramField>
    let steps: UnsafePointer<ProgramStep>
    let literals: UnsafePointer<ProgramLiteral>
    let transforms: UnsafePointer<ProgramTransform>
    let networks: UnsafePointer<NetworkAddress>
    let needles: UnsafePointer<UInt16>
    private let textBase: UnsafePointer<UInt8>

    init(_ compiled: CompiledConditions) {
        nodes = Self.copy(compiled.nodes)
        leaves = Self.copy(compiled.leaves)
        quantifiers = Self.copy(compiled.quantifiers)
        fields = Self.copy(compiled.fields)
        steps = Self.copy(compiled.steps)
        literals = Self.copy(compiled.literals)
        transforms = Self.copy(compiled.transforms)
        networks = Self.copy(compiled.networks)
        needles = Self.copy(compiled.needles)
        textBase = Self.copy(compiled.text)
    }

    func deallocate() {
        nodes.deallocate()
        leaves.deallocate()
        quantifiers.deallocate()
        fields.deallocate()
        steps.deallocate()
        literals.deallocate()
        transforms.deallocate()
        networks.deallocate()
        needles.deallocate()
        textBase.deallocate()
    }

    private static func copy<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafePointer<Element> {
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
        elements.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { memory.initialize(from: base, count: buffer.count) }
        }
        return UnsafePointer(memory)
    }

    /// Bytes of the text pool.
    @inline(__always)
    func text(_ range: ProgramRange) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: textBase + Int(range.start), count: Int(range.count))
    }
}
