import Events

/// The tables of a ``Router`` while they are made.
struct RoutingTables {
    /// Keys of events on the way to fields that rules are posted under: a tree, children in a row, parents first.
    var places: [Router.Place] = [Router.Place(key: .unknown, ignoresCase: false)]
    var postings: [Router.Postings] = []
    /// By field and class.
    var classes: [PostingRange] = []
    var slots: [Router.Slot] = []
    /// The texts of slots, each followed by what ``TextHash`` reads beyond it.
    var texts: [UInt8] = []
    /// Children of places that are found while an object's members are gone through, by their key's group.
    var members: [Router.Member] = []
    var automata = TextAutomaton.Tables()
    var handles: [TextAutomaton.Handle] = []
    /// Positions of rules.
    var positions: [UInt32] = []

    /// Children of one place that are looked up one by one, at most; of more, only those that do something where they are missing.
    /// Members of the event itself are found at once, those of other objects by going through them.
    static let lookupsMax = (root: 32, object: 4)

    /// Tables of a plan, over keys that `keys` spells all.
    init(_ plan: RoutingPlan, keys: inout KeyTable) {
        var root = Tree()
        // In the order of the keys' bytes: the same pack makes the same tables.
        for (field, postings) in plan.postings.sorted(by: { Self.precedes($0.key, $1.key) }) {
            root.insert(field.steps[...], postings)
        }
        add(root, at: 0, &keys)
    }

    private static func precedes(_ left: RoutedField, _ right: RoutedField) -> Bool {
        func order(_ step: RoutedField.Step) -> [UInt8] { step.key + [0, step.ignoresCase ? 1 : 0] }
        return left.steps.map(order).lexicographicallyPrecedes(right.steps.map(order)) {
            $0.lexicographicallyPrecedes($1)
        }
    }

    /// The fields by their common keys.
    private struct Tree {
        var children: [(step: RoutedField.Step, tree: Tree)] = []
        var postings: RoutingPlan.FieldPostings?

        mutating func insert(_ steps: ArraySlice<RoutedField.Step>, _ postings: RoutingPlan.FieldPostings) {
            guard let step = steps.first else {
                self.postings = postings
                return
            }
            let place = children.firstIndex { $0.step == step } ?? children.count
            if place == children.count { children.append((step, Tree())) }
            children[place].tree.insert(steps.dropFirst(), postings)
        }

        /// The rules that are candidates where nothing in this tree can be reached, for the reason that `valueClass` says.
        func rules(_ valueClass: ValueClass) -> Set<UInt32> {
            children.reduce(into: Set(postings?.classes[Int(valueClass.rawValue)] ?? [])) {
                $0.formUnion($1.tree.rules(valueClass))
            }
        }

        /// Whether it matters that the place itself is missing.
        var noticesAbsence: Bool {
            postings?.classes[Int(ValueClass.absent.rawValue)].isEmpty == false || !below(.absentOnTheWay).isEmpty
        }

        /// As ``rules(_:)``, without those of the place itself.
        func below(_ valueClass: ValueClass) -> Set<UInt32> {
            children.reduce(into: Set()) { $0.formUnion($1.tree.rules(valueClass)) }
        }
    }

    private mutating func add(_ tree: Tree, at index: Int, _ keys: inout KeyTable) {
        if let own = tree.postings { places[index].postings = add(own) }
        places[index].belowAbsent = PostingRange(tree.below(.absentOnTheWay).sorted(), in: &positions)
        places[index].belowNull = PostingRange(tree.below(.nullOnTheWay).sorted(), in: &positions)
        places[index].belowOther = PostingRange(tree.below(.obstructed).sorted(), in: &positions)
        let looksUpAll = tree.children.count <= (index == 0 ? Self.lookupsMax.root : Self.lookupsMax.object)
        let lookedUp = tree.children.filter { looksUpAll || $0.tree.noticesAbsence }
        let met = tree.children.filter { !looksUpAll && !$0.tree.noticesAbsence }
        let start = places.count
        places[index].childStart = UInt32(start)
        places[index].lookupCount = UInt32(lookedUp.count)
        places[index].hasChildren = !tree.children.isEmpty
        for (step, _) in lookedUp + met {
            places.append(Router.Place(key: keys.intern(step.key), ignoresCase: step.ignoresCase))
        }
        addMembers(start + lookedUp.count..<places.count, to: index)
        for (offset, child) in (lookedUp + met).enumerated() { add(child.tree, at: start + offset, &keys) }
    }

    /// Makes the table by which a member's key leads to the places among `children` that may be it.
    private mutating func addMembers(_ children: Range<Int>, to index: Int) {
        guard !children.isEmpty else { return }
        var capacity = 8
        while capacity < children.count * 2 { capacity *= 2 }
        var table = Array(repeating: Router.Member(group: 0, place: 0), count: capacity)
        for child in children {
            let group = places[child].key.group
            var row = Int(group) & (capacity - 1)
            while table[row].group != 0 { row = (row + 1) & (capacity - 1) }
            table[row] = Router.Member(group: group, place: UInt32(child))
        }
        places[index].memberStart = UInt32(members.count)
        places[index].memberMask = UInt32(capacity - 1)
        members += table
    }

    private mutating func add(_ field: RoutingPlan.FieldPostings) -> UInt32 {
        var entry = Router.Postings(classStart: UInt32(classes.count))
        for rules in field.classes { classes.append(PostingRange(rules, in: &positions)) }
        (entry.slotStart, entry.slotMask) = addSlots(field.texts)
        (entry.foldedStart, entry.foldedMask) = addSlots(field.foldedTexts)
        entry.automatonStart = UInt32(handles.count)
        for ignoresCase in [false, true] {
            for position in TextPart.Position.allCases {
                let parts = field.parts.filter { $0.key.position == position && $0.key.ignoresCase == ignoresCase }
                guard !parts.isEmpty else { continue }
                let sorted = parts.map { (part: $0.key, rules: $0.value) }
                    .sorted { $0.part.bytes.lexicographicallyPrecedes($1.part.bytes) }
                entry.automata |= 1 << (position.rawValue + (ignoresCase ? 3 : 0))
                handles.append(TextAutomaton.build(sorted, position, into: &automata, &positions))
            }
        }
        postings.append(entry)
        return UInt32(postings.count - 1)
    }

    private mutating func addSlots(_ posted: [[UInt8]: [UInt32]]) -> (start: UInt32, mask: UInt32) {
        guard !posted.isEmpty else { return (0, 0) }
        var capacity = 4
        while capacity < posted.count * 2 { capacity *= 2 }
        var table = Array(repeating: Router.Slot(), count: capacity)
        for (text, rules) in posted.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let hash = TextHash.hash(text)
            var place = Int(truncatingIfNeeded: hash) & (capacity - 1)
            while table[place].rules.count > 0 { place = (place + 1) & (capacity - 1) }
            table[place] = Router.Slot(
                hash: hash,
                textStart: UInt32(texts.count),
                textCount: UInt32(text.count),
                rules: PostingRange(rules, in: &positions)
            )
            texts += text
            texts += [UInt8](repeating: 0, count: TextHash.paddingByteCount)
        }
        let start = slots.count
        slots += table
        return (UInt32(start), UInt32(capacity - 1))
    }
}
