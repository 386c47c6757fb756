package import Events
package import PythonRegex

/// Evaluates compiled conditions on events, for one worker.
///
/// Reads the tape where it is. Once its memory has grown to the largest texts it allocates nothing, and it retains nothing:
/// its tables are bare memory. Whatever the event holds, an evaluation ends (``ConditionLimits``).
package struct ConditionEvaluator: ~Copyable {
    let tables: ProgramTables
    /// The event.
    var view: TapeView
    /// How unknown parts weigh in the evaluation at hand.
    var order = TruthOrder.sequential
    /// Whether the evaluation at hand has come to where the code goes its own way.
    var hasLeft = false
    /// Whether the truth found last is unknown for nothing but parts after which evaluation goes on.
    var isOpen = false
    /// Steps left to the evaluation at hand.
    var stepsLeft = 0
    /// The elements that the quantifiers around are at, outermost first: nodes, and the tapes they are on.
    let elements: UnsafeMutablePointer<BoundElement>
    var elementCount = 0
    /// Texts made of the subject, and of the other field.
    var subjectText = ScratchText()
    var otherText = ScratchText()
    /// The results of the walk at hand.
    let walked: UnsafeMutablePointer<UInt32>
    var walkedCount = 0
    /// Whether a quantifier goes over ``walked``, so that no other walk may use it.
    var isWalkTaken = false
    /// The value of a text that is JSON, and whether a quantifier goes over it.
    var jsonTape: Tape
    /// The text of the event whose JSON is on it.
    var parsedNode = Tape.missing
    var isJSONTaken = false
    /// Texts of the event with their letters folded, and where those of fields are, as in ``FoldedText``.
    var foldedTexts = FoldedTexts()
    let foldedPlaces: UnsafeMutablePointer<FoldedText>
    /// Whether the plural test at hand came to a value that is too long to be looked at.
    var hasPassedOver = false
    /// Where the paths of fields lead in the event, if ``FieldPlace/event`` is ``eventNumber``.
    private let places: UnsafeMutablePointer<FieldPlace>
    private(set) var eventNumber: UInt32 = 1
    private let pathCount: Int
    private let fieldCount: Int
    /// The truths of leaves that were found in the event, with its number.
    private let truths: UnsafeMutablePointer<KnownTruth>
    /// What leaves say where their field is not there; of those alone that are plain.
    let absentTruths: UnsafeMutablePointer<Truth>
    private let leafCount: Int
    private let emptyTape: Tape
    private let matchers: UnsafeMutablePointer<Unmanaged<PatternMatcher>?>
    private let matcherCount: Int

    /// An element of a list or a member of an object.
    struct BoundElement {
        var view: TapeView
        var node: UInt32
        var isMember: Bool
    }

    /// Where a field was found in the event.
    private struct FieldPlace: BitwiseCopyable {
        var event: UInt32 = 0
        var node: UInt32 = 0
        var state = PathState.absent
    }

    /// The truth of a leaf in an event.
    private struct KnownTruth: BitwiseCopyable {
        var event: UInt32 = 0
        var truth = Truth.unknown
        /// What finding it has taken, where that depends on the event.
        var steps: UInt16 = 0
    }

    /// An evaluator of `compiled`. Costs a copy of its tables, and about 30 µs for each pattern.
    ///
    /// - Parameters:
    ///   - keys: The table that the conditions were compiled with; needed only for texts that are JSON.
    ///   - limits: What one match of a pattern may use.
    package init(
        _ compiled: CompiledConditions,
        keys: KeyTable = KeyTable(),
        limits: MatchLimits = MatchLimits()
    ) {
        tables = ProgramTables(compiled)
        fieldCount = compiled.fields.count
        pathCount = compiled.pathNumbers.count
        places = .allocate(capacity: max(pathCount, 1))
        places.initialize(repeating: FieldPlace(), count: max(pathCount, 1))
        leafCount = compiled.leaves.count
        truths = .allocate(capacity: max(leafCount, 1))
        truths.initialize(repeating: KnownTruth(), count: max(leafCount, 1))
        absentTruths = .allocate(capacity: max(leafCount, 1))
        absentTruths.initialize(repeating: .unknown, count: max(leafCount, 1))
        foldedPlaces = .allocate(capacity: max(fieldCount, 1))
        foldedPlaces.initialize(repeating: FoldedText(), count: max(fieldCount, 1))
        elements = .allocate(capacity: ConditionLimits.quantifierNestingMax)
        walked = .allocate(capacity: ConditionLimits.walkResultsMax)
        let workspace = MatchWorkspace(limits: limits)
        matcherCount = compiled.patterns.count
        matchers = .allocate(capacity: max(matcherCount, 1))
        for (index, pattern) in compiled.patterns.enumerated() {
            let matcher = try? PatternMatcher(pattern, workspace: workspace)
            (matchers + index).initialize(to: matcher.map { Unmanaged.passRetained($0) })
        }
        var jsonLimits = TapeLimits()
        jsonLimits.allowsNonFinite = true
        jsonLimits.byteCountMax = ConditionLimits.textBytesMax
        jsonTape = Tape(keys: keys, limits: jsonLimits)
        emptyTape = Tape()
        view = emptyTape.view
        for number in 0..<leafCount where tables.leaves[number].isPlain {
            absentTruths[number] = truthOfAbsence(tables.leaves + number)
        }
    }

    deinit {
        tables.deallocate()
        places.deallocate()
        truths.deallocate()
        absentTruths.deallocate()
        foldedPlaces.deallocate()
        elements.deallocate()
        walked.deallocate()
        for index in 0..<matcherCount { matchers[index]?.release() }
        matchers.deallocate()
    }

    /// Turns to an event, of a tape made with the keys that the conditions were compiled with. Its bytes must stay as they
    /// are until the next call.
    @inline(__always)
    package mutating func begin(_ event: TapeView) {
        view = event
        foldedTexts.removeAll()
        parsedNode = Tape.missing
        eventNumber &+= 1
        if eventNumber == 0 {
            // The numbers start over: no place of an earlier event may be taken for one of this.
            places.update(repeating: FieldPlace(), count: max(pathCount, 1))
            truths.update(repeating: KnownTruth(), count: max(leafCount, 1))
            foldedPlaces.update(repeating: FoldedText(), count: max(fieldCount, 1))
            eventNumber = 1
        }
    }

    /// The truth of a condition at the event. O(condition), but for lists, which cost their length.
    package mutating func evaluate(
        _ condition: CompiledConditions.ID,
        _ order: TruthOrder = .sequential
    ) -> Truth {
        prepare(order)
        return truth(condition.root)
    }

    /// Forgets what the evaluation before this one was at.
    @inline(__always)
    mutating func prepare(_ order: TruthOrder = .sequential) {
        self.order = order
        hasLeft = false
        isOpen = false
        stepsLeft = ConditionLimits.stepsMax
        elementCount = 0
        isWalkTaken = false
        isJSONTaken = false
    }

    /// The truth of a node.
    mutating func truth(_ index: UInt32) -> Truth {
        stepsLeft &-= 1
        guard stepsLeft >= 0 else { return .unknown }
        let node = tables.nodes[Int(index)]
        switch node.code {
        case .false: return .false
        case .true: return .true
        case .unknown: return .unknown
        case .opaque:
            hasLeft = true
            return .unknown
        case .open:
            isOpen = true
            return .unknown
        case .leaf: return leafTruth(node.payload)
        case .plural: return pluralTruth(node.payload)
        case .not: return truth(index &+ 1).negated
        case .all: return combined(index, node, deciding: .false)
        case .any: return combined(index, node, deciding: .true)
        case .quantifier: return truth(of: tables.quantifiers[Int(node.payload)], child: index &+ 1)
        case .aggregate:
            let truth = truth(index &+ 1)
            isOpen = false
            return truth == .false ? .false : .unknown
        }
    }

    @inline(__always)
    private mutating func combined(_ index: UInt32, _ node: ProgramNode, deciding: Truth) -> Truth {
        var result = deciding.negated
        var (hasOpen, hasOther) = (false, false)
        var child = index &+ 1
        while child < node.end {
            let next = tables.nodes[Int(child)]
            let truth: Truth
            if next.code == .leaf {
                stepsLeft &-= 1
                truth = stepsLeft >= 0 ? leafTruth(next.payload) : .unknown
            } else {
                truth = self.truth(child)
            }
            if truth == deciding { return deciding }
            if truth == .unknown {
                if isOpen {
                    isOpen = false
                    hasOpen = true
                } else {
                    if order == .sequential || hasLeft { return .unknown }
                    hasOther = true
                }
                result = .unknown
            }
            child = next.end
        }
        isOpen = hasOpen && !hasOther
        return result
    }

    /// The truth of a leaf; one that conditions share is evaluated once an event.
    @inline(__always)
    private mutating func leafTruth(_ number: UInt32) -> Truth {
        let known = truths[Int(number)]
        if known.event == eventNumber { return known.truth }
        let leaf = tables.leaves + Int(number)
        let truth = leaf.pointee.isPlain ? plainTruth(of: leaf, number) : truth(of: leaf)
        // What is unknown may be so for lack of steps.
        if leaf.pointee.isShared, truth != .unknown {
            truths[Int(number)] = KnownTruth(event: eventNumber, truth: truth)
        }
        return truth
    }

    /// As ``leafTruth(_:)``, of a leaf whose field may have several values. The steps that it takes are charged to each condition that
    /// asks it, so that no answer depends on which was evaluated before.
    @inline(__always)
    private mutating func pluralTruth(_ number: UInt32) -> Truth {
        let known = truths[Int(number)]
        if known.event == eventNumber {
            stepsLeft &-= Int(known.steps)
            return stepsLeft >= 0 ? known.truth : .unknown
        }
        let leaf = tables.leaves + Int(number)
        let before = stepsLeft
        let truth = pluralTruth(of: leaf)
        if leaf.pointee.isShared, truth != .unknown, let steps = UInt16(exactly: before &- stepsLeft) {
            truths[Int(number)] = KnownTruth(event: eventNumber, truth: truth, steps: steps)
        }
        return truth
    }

    // MARK: Shared with the rest

    /// Where the field of this number is, if it was looked for in this event.
    @inline(__always)
    func known(_ field: UInt32) -> (node: UInt32, state: PathState)? {
        let place = places[Int(tables.fields[Int(field)].path)]
        return place.event == eventNumber ? (place.node, place.state) : nil
    }

    /// Keeps where a field of the event is.
    @inline(__always)
    func keep(_ field: UInt32, _ node: UInt32, _ state: PathState) {
        places[Int(tables.fields[Int(field)].path)] = FieldPlace(event: eventNumber, node: node, state: state)
    }

    /// Whether pattern `number` matches; unknown where the match is given up.
    func match(_ number: Int, _ mode: MatchMode, _ text: UnsafeRawBufferPointer) -> Truth {
        guard number < matcherCount, let matcher = matchers[number] else { return .unknown }
        let none = UnsafeMutableBufferPointer<Int>(start: nil, count: 0)
        return matcher._withUnsafeGuaranteedRef { matcher in
            do throws(MatchFault) {
                return Truth(try matcher.find(mode, in: text, captures: none))
            } catch {
                return .unknown
            }
        }
    }
}
