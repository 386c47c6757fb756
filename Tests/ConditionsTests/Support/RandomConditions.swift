import Addresses
import Conditions
import TestSupport

/// Any condition that the model can say, whether or not it makes sense.
struct RandomConditions {
    var random: Seeded

    private static let names = ["a", "b.c", "", "é", "x y", "@", "$", "key(@)", "udm(a)", "~json", "a[0]", "\"", "\n"]

    mutating func text() -> String { random.pick(Self.names) }

    mutating func literal(_ depth: Int = 2) -> Literal {
        switch random.below(depth > 0 ? 8 : 6) {
        case 0: .null
        case 1: .bool(random.once(in: 2))
        case 2: .int(random.pick([0, -1, .max, .min]))
        case 3: .double(random.pick([0, -0.0, 1, 0.1, 1e300, -.infinity, .infinity, .nan]))
        case 4, 5: .string(text())
        case 6: .list((0..<random.below(3)).map { _ in literal(depth - 1) })
        default: .object(["k", "l"].prefix(random.below(3)).map { .init($0, literal(depth - 1)) })
        }
    }

    mutating func field() -> FieldReference {
        let roots: [FieldReference.Root] = [
            .event, .event, .element(0), .element(2), .elementKey(0), .elementKey(1), .model(text()),
        ]
        let root = random.pick(roots)
        let steps = (0..<random.below(4)).map { _ -> FieldStep in
            let selectors: [FieldStep.Selector] = [
                .key(text(), .panther), .key(text(), .exact), .index(random.pick([0, -1, 7])), .json,
            ]
            return FieldStep(random.pick(selectors), forgives: .init(rawValue: UInt8(random.below(16))))
        }
        let outcomes: [MissingPolicy.Outcome] = [.value(literal()), .raises, .fails, .value(.null)]
        return FieldReference(
            root,
            steps,
            missing: MissingPolicy(random.pick(outcomes), when: random.pick([.absent, .null, .empty])),
            style: random.pick([.direct, .direct, .walk(.all), .walk(.first), .walk(.last)])
        )
    }

    mutating func transforms() -> [Transform] {
        let all: [Transform] = [
            .lower, .upper, .casefold, .strip(nil), .strip("ab"), .stripLeft(nil), .stripLeft(text()), .stripRight(nil),
            .stripRight("\""), .length, .split(separator: nil, index: -1), .split(separator: text(), index: 2),
            .slice(from: nil, to: 1), .slice(from: -1, to: nil), .replace(old: text(), new: text()), .string, .integer,
            .json, .base64, .basename, .after(text()), .pieces(text()),
        ]
        return (0..<random.below(3)).map { _ in random.pick(all) }
    }

    mutating func leaf() -> Leaf {
        let operators: [Operator] = [
            .equals, .isIn, .isInSet, .isInText, .contains, .startsWith, .endsWith, .hasTerm(.prefix), .glob,
            .regex(.search),
            .regex(.match),
            .regex(.fullmatch), .cidr, .address(random.pick(AddressProperty.allCases)), .less, .lessOrEqual, .greater,
            .greaterOrEqual, .between, .exists, .isNull, .isEmpty, .isType([random.pick(ValueKind.allCases), .string]),
        ]
        var leaf = Leaf(field(), random.pick(operators), transforms: transforms())
        if case .isType = leaf.op {} else { leaf.values = (0..<random.below(3)).map { _ in literal() } }
        leaf.isNegated = random.once(in: 2)
        if random.once(in: 4) { leaf.casing = .insensitive }
        if random.once(in: 4) { leaf.other = Operand(field(), transforms: transforms()) }
        leaf.place = place()
        return leaf
    }

    mutating func place() -> SourcePlace? {
        random.once(in: 2) ? nil : SourcePlace(file: random.once(in: 2) ? nil : text(), line: random.below(99))
    }

    mutating func fields() -> [FieldReference] { (0..<random.below(3)).map { _ in field() } }

    mutating func condition(_ size: Int) -> Condition {
        guard size > 1 else { return random.once(in: 6) ? .constant(random.once(in: 2)) : .leaf(leaf()) }
        switch random.below(9) {
        case 0, 1: return .all((0..<random.below(4)).map { _ in condition(size / 2) })
        case 2, 3: return .any((0..<random.below(4)).map { _ in condition(size / 2) })
        case 4: return .not(condition(size - 1))
        case 5:
            let kinds: [Quantifier.Kind] = [.some, .every, .none, .count(random.pick(Comparison.allCases), -3)]
            let quantifier = Quantifier(
                random.pick(kinds),
                of: field(),
                random.pick([.elements, .members]),
                condition(size - 1),
                place: place()
            )
            return .quantifier(quantifier)
        case 6:
            return .opaque(
                Opaque(
                    random.pick(OpaqueReason.allCases),
                    place: place(),
                    text: random.once(in: 2) ? nil : text(),
                    reads: fields(),
                    mayRaise: random.once(in: 2),
                    changesState: random.once(in: 2),
                    goesOn: random.once(in: 2)
                )
            )
        case 7:
            let metrics: [Aggregate.Metric] = [
                .count, .distinct(field()), .sum(field()), .average(field()), .percentile(field(), 0.95),
            ]
            return .aggregate(
                Aggregate(
                    condition(size / 2),
                    groupBy: fields(),
                    windowSeconds: random.pick([nil, 3600]),
                    metric: random.pick(metrics),
                    random.pick(Comparison.allCases),
                    random.pick([2, 2.5, 1e300]),
                    isInferred: random.once(in: 2),
                    place: place()
                )
            )
        default:
            let steps = (0..<random.below(3)).map { _ in
                EventSequence.Step(
                    condition(size / 2),
                    name: random.pick([nil, "s"]),
                    countMin: random.below(3),
                    isAbsent: random.once(in: 2)
                )
            }
            return random.once(in: 4)
                ? .reference(text())
                : .sequence(
                    EventSequence(
                        steps,
                        joinBy: [fields(), fields()],
                        spanSeconds: random.pick([nil, 60]),
                        isOrdered: random.once(in: 2),
                        until: random.once(in: 2) ? nil : condition(size / 2)
                    )
                )
        }
    }
}
