import PythonRuntime

/// Methods of networks, and the functions that make networks of many.
extension IpaddressModule {
    static let networkMethods: [NativeFunction] = [
        NativeFunction("hosts(self)", "The addresses that hosts may have, one at a time.", hosts),
        NativeFunction("subnets(self, prefixlen_diff=1, new_prefix=None)", "Its parts, one at a time.", subnets),
        NativeFunction("supernet(self, prefixlen_diff=1, new_prefix=None)", "The network it is part of.", supernet),
        NativeFunction("subnet_of(self, other)", "Whether it is part of the other.") {
            (machine: inout Machine, arguments) throws(Raised) in
            .bool(try isPart(&machine, arguments[0], of: arguments[1], arguments[0], arguments[1]))
        },
        NativeFunction("supernet_of(self, other)", "Whether the other is part of it.") {
            (machine: inout Machine, arguments) throws(Raised) in
            .bool(try isPart(&machine, arguments[1], of: arguments[0], arguments[0], arguments[1]))
        },
        NativeFunction("overlaps(self, other)", "Whether the two share an address.") {
            (machine: inout Machine, arguments) throws(Raised) in
            guard let own = ip(machine, arguments[0]), let other = ip(machine, arguments[1]),
                kind(machine, arguments[1]) == .network
            else {
                throw machine.raise(
                    .attributeError,
                    "'\(machine.errorTypeName(arguments[1]))' object has no attribute 'network_address'"
                )
            }
            guard own.isV6 == other.isV6 else { return .false }
            return .bool(own.first <= other.last && other.first <= own.last)
        },
        NativeFunction("compare_networks(self, other)", "-1, 0 or 1.") {
            (machine: inout Machine, arguments) throws(Raised) in
            guard let own = ip(machine, arguments[0]), let other = ip(machine, arguments[1]), own.isV6 == other.isV6
            else {
                throw machine.raise(
                    .typeError,
                    "\(text(machine, arguments[0])) and \(text(machine, arguments[1])) are not of the same type"
                )
            }
            if own.first != other.first { return .int(own.first < other.first ? -1 : 1) }
            return .int(own.prefix < other.prefix ? -1 : own.prefix == other.prefix ? 0 : 1)
        },
        NativeFunction("address_exclude(self, other)", "What is left of it without the other.", exclude),
    ]

    private static func hosts(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard let own = ip(machine, arguments[0]) else { return .none }
        if own.prefix >= own.width - 1 {
            let all = try makeIterator(&machine, isV6: own.isV6, from: own.first, through: own.last)
            // CPython gives a list for a single address.
            return own.prefix == own.width ? try machine.makeList(from: all) : all
        }
        return try makeIterator(
            &machine,
            isV6: own.isV6,
            from: own.first + 1,
            through: own.isV6 ? own.last : own.last - 1
        )
    }

    private static func subnets(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard let own = ip(machine, arguments[0]) else { return .none }
        if own.prefix == own.width {
            return try makeIterator(
                &machine,
                isV6: own.isV6,
                from: own.bits,
                through: own.bits,
                prefix: own.prefix
            )
        }
        var difference = try machine.sizeArgument(arguments[1])
        if !arguments[2].isNone {
            let prefix = try machine.sizeArgument(arguments[2])
            guard prefix >= own.prefix else { throw machine.raise(.valueError, "new prefix must be longer") }
            guard difference == 1 else {
                throw machine.raise(.valueError, "cannot set prefixlen_diff and new_prefix")
            }
            difference = min(prefix, 1 << 32) - own.prefix
        }
        guard difference >= 0 else { throw machine.raise(.valueError, "prefix length diff must be > 0") }
        let prefix = own.prefix + min(difference, 1 << 32)
        guard prefix <= own.width else {
            throw machine.raise(
                .valueError,
                "prefix length diff \(prefix) is invalid for netblock \(own.text)/\(own.prefix)"
            )
        }
        return try makeIterator(
            &machine,
            isV6: own.isV6,
            from: own.first,
            through: own.last,
            shift: own.width - prefix,
            prefix: prefix
        )
    }

    private static func supernet(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard let own = ip(machine, arguments[0]), own.prefix > 0 else { return arguments[0] }
        var difference = try machine.sizeArgument(arguments[1])
        if !arguments[2].isNone {
            let prefix = try machine.sizeArgument(arguments[2])
            guard prefix <= own.prefix else { throw machine.raise(.valueError, "new prefix must be shorter") }
            guard difference == 1 else {
                throw machine.raise(.valueError, "cannot set prefixlen_diff and new_prefix")
            }
            difference = own.prefix - max(prefix, -(1 << 32))
        }
        guard difference <= own.prefix, difference >= own.prefix - own.width else {
            throw machine.raise(
                .valueError,
                "current prefixlen is \(own.prefix), cannot have a prefixlen_diff of \(difference)"
            )
        }
        var wider = own
        wider.prefix = own.prefix - difference
        wider.bits = wider.first
        return try makeNetwork(&machine, wider)
    }

    private static func isPart(
        _ machine: inout Machine,
        _ part: Value,
        of whole: Value,
        _ first: Value,
        _ second: Value
    ) throws(Raised) -> Bool {
        guard let inner = ip(machine, part), let outer = ip(machine, whole), kind(machine, second) == .network else {
            let shown = machine.string(try machine.str(second))
            guard kind(machine, second) != nil else {
                throw machine.raise(
                    .typeError,
                    "Unable to test subnet containment between \(text(machine, first)) and \(shown)"
                )
            }
            throw machine.raise(
                .typeError,
                "Unable to test subnet containment between \(text(machine, first)) and \(shown)"
            )
        }
        guard inner.isV6 == outer.isV6 else {
            throw machine.raise(
                .typeError,
                "\(text(machine, part)) and \(text(machine, whole)) are not of the same version"
            )
        }
        return outer.contains(inner)
    }

    private static func exclude(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard let own = ip(machine, arguments[0]) else { return .none }
        guard let other = ip(machine, arguments[1]), kind(machine, arguments[1]) == .network else {
            let shown = machine.string(try machine.str(arguments[1]))
            throw machine.raise(.typeError, "\(shown) is not a network object")
        }
        guard own.isV6 == other.isV6 else {
            throw machine.raise(
                .typeError,
                "\(text(machine, arguments[0])) and \(text(machine, arguments[1])) are not of the same version"
            )
        }
        guard own.contains(other) else {
            throw machine.raise(
                .valueError,
                "\(text(machine, arguments[1])) not contained in \(text(machine, arguments[0]))"
            )
        }
        let list = try machine.makeList()
        var current = own
        // Halves the network until the other is left: at most 128 times.
        while current.prefix < other.prefix {
            current.prefix += 1
            var half = current
            let bit = UInt128(1) << UInt128(current.width - current.prefix)
            if other.bits & bit == 0 { half.bits |= bit } else { current.bits |= bit }
            try machine.append(try makeNetwork(&machine, half), to: list)
        }
        return try machine.iterator(list)
    }

    // MARK: Many

    static func collapse(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var networks: [IPAddress] = []
        try machine.forEach(arguments[0]) { (machine: inout Machine, value) throws(Raised) in
            guard var network = ip(machine, value) else {
                throw machine.raise(
                    .attributeError,
                    "'\(machine.errorTypeName(value))' object has no attribute '_version'"
                )
            }
            if let first = networks.first, first.isV6 != network.isV6 {
                throw machine.raise(
                    .typeError,
                    "\(text(machine, value)) and \(first.text)/\(first.prefix) are not of the same version"
                )
            }
            if kind(machine, value) != .network { network.prefix = network.width }
            networks.append(network)
            return true
        }
        networks.sort { $0.first != $1.first ? $0.first < $1.first : $0.prefix < $1.prefix }
        var merged: [IPAddress] = []
        for network in networks {
            if let last = merged.last, last.contains(network) { continue }
            merged.append(network)
            // Two halves of one network become it, as often as they do.
            while merged.count >= 2, let right = merged.last, right.prefix > 0 {
                let left = merged[merged.count - 2]
                var parent = left
                parent.prefix = right.prefix - 1
                guard left.prefix == right.prefix, parent.first == left.first, parent.contains(right) else { break }
                merged.removeLast(2)
                merged.append(parent)
            }
        }
        let list = try machine.makeList()
        for network in merged { try machine.append(try makeNetwork(&machine, network), to: list) }
        return try machine.iterator(list)
    }

    static func summarize(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard let first = ip(machine, arguments[0]), let last = ip(machine, arguments[1]),
            kind(machine, arguments[0]) != .network, kind(machine, arguments[1]) != .network
        else { throw machine.raise(.typeError, "first and last must be IP addresses, not networks") }
        guard first.isV6 == last.isV6 else {
            throw machine.raise(.typeError, "\(first.text) and \(last.text) are not of the same version")
        }
        guard first.bits <= last.bits else {
            throw machine.raise(.valueError, "last IP address must be greater than first")
        }
        let list = try machine.makeList()
        var start = first.bits
        // Each network ends at a higher power of two or a lower one: at most 256 of them.
        while true {
            let span = last.bits - start
            let free = min(start == 0 ? first.width : start.trailingZeroBitCount, first.width)
            let fits = span == .max ? 128 : 127 - (span + 1).leadingZeroBitCount
            let shift = min(free, fits)
            let network = IPAddress(isV6: first.isV6, bits: start, prefix: first.width - shift)
            try machine.append(try makeNetwork(&machine, network), to: list)
            guard network.last < last.bits else { break }
            start = network.last + 1
        }
        return try machine.iterator(list)
    }
}
