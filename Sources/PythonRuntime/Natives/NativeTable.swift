/// The builtin functions of a machine by number, with what a call needs to know at hand.
struct NativeTable: ~Copyable {
    struct Entry {
        var body: NativeBody
        /// NativeArguments by position: at least, at most.
        var required: Int
        var positional: Int
        /// Parameters altogether.
        var count: Int
        /// Whether it has `*args`, `**kwargs` or required keyword-only parameters: others may be left to their defaults.
        var isComplex: Bool
        var defaults: UnsafeMutablePointer<Value>
        /// Whether a call must give each parameter.
        var isRequired: UnsafeMutablePointer<Bool>
        /// Names of the parameters that can be given by keyword, 0 for the others.
        var symbols: UnsafeMutablePointer<Symbol>
        /// The places of `*args` and `**kwargs`; -1 where there are none.
        var star: Int
        var doubleStar: Int
        var name: Value
        var function: NativeFunction
        /// The name of the type it is a method of; empty for a function.
        var owner: String

        /// The place of the parameter of that name, or -1.
        func place(of symbol: Symbol) -> Int {
            guard symbol != 0 else { return -1 }
            for index in 0..<count where symbols[index] == symbol { return index }
            return -1
        }

        func deallocate() {
            defaults.deallocate()
            isRequired.deallocate()
            symbols.deallocate()
        }
    }

    private var entries: UnsafeMutablePointer<Entry>
    private var capacity = 1024
    private(set) var count = 0

    init() { entries = .allocate(capacity: capacity) }

    deinit {
        for index in 0..<count { entries[index].deallocate() }
        entries.deinitialize(count: count).deallocate()
    }

    mutating func add(_ entry: Entry) -> Int {
        if count == capacity {
            let larger = UnsafeMutablePointer<Entry>.allocate(capacity: capacity * 2)
            larger.moveInitialize(from: entries, count: count)
            entries.deallocate()
            entries = larger
            capacity *= 2
        }
        (entries + count).initialize(to: entry)
        count += 1
        return count - 1
    }

    @inline(__always)
    func pointer(_ number: Int) -> UnsafePointer<Entry> {
        UnsafePointer(entries + (number < count ? number : 0))
    }
}

extension Machine {
    /// Makes a function of a table callable; returns its number.
    mutating func register(_ function: NativeFunction, owner: String = "") -> Int {
        let parameters = function.signature.parameters
        let defaults = UnsafeMutablePointer<Value>.allocate(capacity: max(1, parameters.count))
        let isRequired = UnsafeMutablePointer<Bool>.allocate(capacity: max(1, parameters.count))
        let symbols = UnsafeMutablePointer<Symbol>.allocate(capacity: max(1, parameters.count))
        for (index, parameter) in parameters.enumerated() {
            let value: Value =
                switch parameter.fallback {
                case .required, .absent: .unbound
                case .none: .none
                case .bool(let flag): .bool(flag)
                case .int(let number): .int(number)
                case .string(let text): intern(text)
                }
            (defaults + index).initialize(to: value)
            let isStar = parameter.kind == .star || parameter.kind == .doubleStar
            (isRequired + index).initialize(to: parameter.fallback == .required && !isStar)
            let isNamed = parameter.kind == .positional || parameter.kind == .keywordOnly
            (symbols + index).initialize(to: isNamed ? name(parameter.name).symbol : 0)
        }
        let positional = parameters.filter { $0.kind == .positional || $0.kind == .positionalOnly }
        return natives.add(
            NativeTable.Entry(
                body: function.body,
                required: positional.count { $0.fallback == .required },
                positional: positional.count,
                count: parameters.count,
                isComplex: parameters.contains {
                    $0.kind == .star || $0.kind == .doubleStar || ($0.kind == .keywordOnly && $0.fallback == .required)
                },
                defaults: defaults,
                isRequired: isRequired,
                symbols: symbols,
                star: parameters.firstIndex { $0.kind == .star } ?? -1,
                doubleStar: parameters.firstIndex { $0.kind == .doubleStar } ?? -1,
                name: intern(function.name),
                function: function,
                owner: owner
            )
        )
    }

    /// The function value of a table's row.
    package mutating func makeNative(_ function: NativeFunction) -> Value {
        Value(tag: .native, payload: UInt64(register(function)))
    }

    /// Adds a library or builtin type; its value is `.type(number)`.
    package mutating func register(_ type: NativeType, base: TypeNumber? = nil) -> TypeNumber {
        var rows = base.flatMap { types.entry($0)?.methods.all } ?? []
        func add(_ functions: [NativeFunction], _ kind: MethodTable.Row.Kind, _ machine: inout Machine) {
            for function in functions {
                let symbol = machine.name(function.name).symbol
                rows.append(
                    .init(symbol: symbol, native: UInt32(machine.register(function, owner: type.name)), kind: kind)
                )
            }
        }
        add(type.methods, .method, &self)
        add(type.properties, .property, &self)
        add(type.classMethods, .classMethod, &self)
        let constructor = type.slots.construct.map { register($0) } ?? -1
        let callable = type.slots.call.map { register($0) } ?? -1
        return types.add(
            TypeTable.Entry(
                name: type.name,
                module: type.module,
                documentation: type.documentation,
                methods: MethodTable(rows),
                slots: type.slots,
                constructor: constructor,
                callable: callable,
                base: base
            )
        )
    }
}
