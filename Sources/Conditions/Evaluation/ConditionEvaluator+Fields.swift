import Events

/// Where a path leads.
enum PathState: UInt8, BitwiseCopyable {
    /// To a node.
    case found
    /// To nothing, without an error.
    case absent
    /// To an error, or to what is not read natively.
    case unknown
}

extension ConditionEvaluator {
    /// A value that was read, or why there is none.
    enum Reading {
        case value(FoundValue)
        /// The leaf is false, negated or not.
        case fails
        /// Python would raise, or the value is not treated natively.
        case unknown
    }

    /// Where a field is. `view` becomes the tape it is on.
    @inline(__always)
    mutating func locate(_ number: UInt32, _ view: inout TapeView) -> (node: UInt32, state: PathState) {
        let field = tables.fields[Int(number)]
        if field.root == .event {
            view = self.view
            if let known = known(number) { return known }
            let (place, isOnEvent) = follow(field.steps, from: Tape.root, &view)
            // A place on the tape of parsed JSON is good only until the next text is parsed.
            if isOnEvent { keep(number, place.node, place.state) }
            return place
        }
        guard field.root == .element, elementCount > Int(field.level) else { return (Tape.missing, .unknown) }
        let element = elements[elementCount - 1 - Int(field.level)]
        view = element.view
        return follow(field.steps, from: element.node, &view).place
    }

    /// Follows a path. Also whether it stayed on the tape it began on.
    mutating func follow(
        _ range: ProgramRange,
        from start: UInt32,
        _ view: inout TapeView
    ) -> (place: (node: UInt32, state: PathState), isOnEvent: Bool) {
        var node = start
        var isAbsent = false
        var isOnEvent = true
        for offset in 0..<Int(range.count) {
            let step = tables.steps + Int(range.start) + offset
            if isAbsent {
                guard forgives(step.pointee.forgives, .absent) else { return ((node, .unknown), isOnEvent) }
                continue
            }
            let kind = view.kind(of: node)
            switch step.pointee.code {
            case .key, .keyIgnoringCase:
                guard kind == .object else {
                    guard isForgiven(kind, node, view, step.pointee.forgives) else {
                        return ((node, .unknown), isOnEvent)
                    }
                    isAbsent = true
                    continue
                }
                guard let found = member(step, of: node, view) else { return ((node, .unknown), isOnEvent) }
                node = found
                isAbsent = found == Tape.missing
            case .index:
                guard kind == .array else {
                    // A text has characters at indices, an object of a rule's own may have a key that is a number.
                    guard kind != .string, kind != .object,
                        isForgiven(kind, node, view, step.pointee.forgives)
                    else { return ((node, .unknown), isOnEvent) }
                    isAbsent = true
                    continue
                }
                var index = step.pointee.index
                if index < 0 { index += view.childCount(of: node) }
                node = view.child(of: node, at: index)
                isAbsent = node == Tape.missing
            case .json:
                guard kind == .string else {
                    guard isForgiven(kind, node, view, step.pointee.forgives) else {
                        return ((node, .unknown), isOnEvent)
                    }
                    isAbsent = true
                    continue
                }
                // What follows depends on a tape that others use too: never kept.
                isOnEvent = false
                guard let isJSON = parseJSON(at: node, view) else { return ((node, .unknown), isOnEvent) }
                guard isJSON || forgives(step.pointee.forgives, .other) else { return ((node, .unknown), isOnEvent) }
                isAbsent = !isJSON
                if isJSON { (view, node) = (jsonTape.view, Tape.root) }
            }
        }
        return ((node, isAbsent ? .absent : .found), isOnEvent)
    }

    private func forgives(_ bits: UInt8, _ needed: FieldStep.Forgiveness) -> Bool { bits & needed.rawValue != 0 }

    /// Whether a container that does not fit reads as nothing.
    private func isForgiven(_ kind: TapeKind, _ node: UInt32, _ view: TapeView, _ bits: UInt8) -> Bool {
        if bits == FieldStep.Forgiveness.everything.rawValue { return true }
        if kind == .null { return forgives(bits, .null) }
        return forgives(bits, FoundValue(node, in: view).isTruthy ? .other : .empty)
    }

    /// The member of an object, or ``Tape/missing``; nil where letters beyond ASCII might make another key the same.
    @inline(__always)
    func member(_ step: UnsafePointer<ProgramStep>, of object: UInt32, _ view: TapeView) -> UInt32? {
        let key = step.pointee.key
        guard key != .unknown else { return memberByBytes(step, of: object, view) }
        if step.pointee.code == .key { return view.lookup(in: object, key: key) }
        if view.hasNonASCIIKeys || !step.pointee.isASCII {
            let exact = view.lookup(in: object, key: key)
            return exact == Tape.missing ? nil : exact
        }
        return view.lookupIgnoringCase(in: object, key: key)
    }

    private func memberByBytes(_ step: UnsafePointer<ProgramStep>, of object: UInt32, _ view: TapeView) -> UInt32? {
        member(tables.text(step.pointee.text), isExact: step.pointee.code == .key, of: object, view)
    }

    /// The member of this key; see ``member(_:of:_:)``.
    func member(_ key: UnsafeRawBufferPointer, isExact: Bool, of object: UInt32, _ view: TapeView) -> UInt32? {
        let exact = view.lookup(in: object, keyBytes: key)
        if isExact || exact != Tape.missing { return exact }
        if view.hasNonASCIIKeys || !key.allSatisfy({ $0 < 0x80 }) { return nil }
        return view.lookupIgnoringCase(in: object, keyBytes: key)
    }

    /// As ``parseJSON(_:)``, of a text on a tape. Rules ask for one member of it after the other: parsed once for an event.
    private mutating func parseJSON(at node: UInt32, _ view: TapeView) -> Bool? {
        let isOfEvent = view.isSame(as: self.view)
        if isOfEvent, node == parsedNode { return true }
        var value = FoundValue(node, in: view)
        let isJSON = parseJSON(&value)
        if isOfEvent, isJSON == true { parsedNode = node }
        return isJSON
    }

    /// Parses a text onto the tape for JSON, and says whether it is any; nil if it is too long or too deep to tell, or the tape is in
    /// use.
    mutating func parseJSON(_ value: inout FoundValue) -> Bool? {
        guard !isJSONTaken, resolve(&value, isOther: false), value.text.count <= ConditionLimits.textBytesMax else {
            return nil
        }
        parsedNode = Tape.missing
        do throws(TapeFault) { try jsonTape.parse(copyingBytes: value.text) } catch {
            switch error.kind {
            // What Python refuses too, as ``FieldStep/Selector/json`` has it.
            case .truncated, .expectedValue, .expectedKey, .expectedColon, .expectedCommaOrEnd, .trailingBytes,
                .invalidNumber, .invalidEscape, .controlCharacter:
                return false
            case .invalidUTF8, .depthLimit, .nodeLimit, .sizeLimit: return nil
            }
        }
        return true
    }

    // MARK: Values

    /// What a field reads as.
    @inline(__always)
    mutating func read(_ number: UInt32) -> Reading {
        let field = tables.fields + Int(number)
        guard field.pointee.style == .direct else { return walk(field) }
        if field.pointee.root == .elementKey { return elementKey(Int(field.pointee.level)) }
        var view = self.view
        let (node, state) = locate(number, &view)
        switch state {
        case .unknown: return .unknown
        case .absent: return missing(field)
        case .found:
            let value = FoundValue(node, in: view)
            switch field.pointee.reach {
            case .absent: return .value(value)
            case .null: return value.kind == .null ? missing(field) : .value(value)
            case .empty: return value.isTruthy ? .value(value) : missing(field)
            }
        }
    }

    /// What a field reads as that is not there.
    func missing(_ field: UnsafePointer<ProgramField>) -> Reading {
        switch field.pointee.missing {
        case .raises: return .unknown
        case .fails: return .fails
        case .literal:
            let literal = tables.literals + Int(field.pointee.literal)
            guard !literal.pointee.isComplex else { return .unknown }
            var value = FoundValue(literal.pointee.kind, in: view)
            value.text = tables.text(literal.pointee.text)
            value.integer = literal.pointee.integer
            value.double = literal.pointee.double
            return .value(value)
        }
    }

    private func elementKey(_ level: Int) -> Reading {
        guard elementCount > level else { return .unknown }
        let element = elements[elementCount - 1 - level]
        guard element.isMember else { return .unknown }
        var value = FoundValue(.string, in: element.view)
        // Keys have their escapes resolved.
        value.text = element.view.bytes(element.view.key(of: element.node))
        return .value(value)
    }
}
