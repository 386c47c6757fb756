import Conditions
import Testing

@Suite("References to fields")
struct FieldReferenceTests {
    static let paths: [(FieldReference, String)] = [
        (.get("eventName"), "eventName"),
        (.deepGet(["a", "b"]), "a.b"),
        (.deepGet(["a", "x.y"]), #"a["x.y"]"#),
        (.deepGet([""]), #"[""]"#),
        (FieldReference(.event, [FieldStep(.key("l", .panther)), FieldStep(.index(-1))]), "l[-1]"),
        (FieldReference(.element(0), [FieldStep(.key("k", .panther))]), "@.k"),
        (FieldReference(.element(1)), "@^1"),
        (FieldReference(.elementKey(0)), "key(@)"),
        (FieldReference(.model("actor_user")), "udm(actor_user)"),
        (FieldReference(.event, [FieldStep(.key("p", .panther)), FieldStep(.json)]), "p~json"),
        (FieldReference(.event), "$"),
    ]

    @Test("paths", arguments: paths)
    func path(_ row: (FieldReference, String)) {
        #expect(row.0.path == row.1)
    }

    /// What a missing field reads as decides which containers the next step forgives.
    static let steps: [(FieldReference, FieldStep.Forgiveness?)] = [
        (.get("a"), .nothing),
        (.get("a", default: .object([])), .absent),
        (.deepGet(["a"], default: .object([])), [.absent, .null]),
        (.required("a"), .nothing),
        (.get("a", default: "x"), .nothing),
        (.get("a", default: .object([.init("b", 1)])), nil),
        (.deepWalk(["a"]), nil),
    ]

    @Test("one step further", arguments: steps)
    func then(_ row: (FieldReference, FieldStep.Forgiveness?)) {
        #expect(row.0.then(.key("b", .panther))?.steps.last?.forgives == row.1)
    }
}
