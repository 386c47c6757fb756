import Detections
import Diagnostics
import Documents

/// Derived rules: another rule's body and keys, replaced where the rule sets its own.
extension PackLoader {
    /// Adds the derived rules of `items` to the pack, each at the place where its file was found.
    mutating func linkDerived(_ items: [LoadedItem]) {
        let derived = items.filter(\.isDerived)
        guard !derived.isEmpty else { return }
        var bases: [[UInt8]: Detection] = [:]
        for detection in pack.detections where detection.kind != .policy { bases[Array(detection.id.utf8)] = detection }
        for item in derived {
            guard let node = item.item["BaseDetection"], let name = node.string else { continue }
            guard let base = bases[Array(name.utf8)] else {
                let isDerived = derived.contains { $0.id.hasBytes(of: name) }
                if isDerived {
                    refuse(item, [.unusableBase(node, item)], "'Filename'")
                } else {
                    pack.diagnostics.append(
                        .unknownBase(node, item, known: pack.detections.map(\.id), fault(ofBase: name))
                    )
                    pack.withoutBase.append(
                        DetectionWithoutBase(
                            id: item.id,
                            base: name,
                            isEnabled: item.item["Enabled"]?.bool ?? false,
                            testNames: (item.item["Tests"]?.list ?? []).compactMap { $0["Name"]?.string },
                            source: item.source
                        )
                    )
                }
                continue
            }
            if case .correlation = base.body {
                refuse(item, [.unusableBase(node, item)], "'Filename'")
                continue
            }
            var detection = base
            detection.id = item.id
            detection.source = item.source
            detection.idSpan = item.idSpan
            detection.base = base.id
            detection.declared = base.tests.isEmpty ? [] : [.tests, .inheritedTests]
            // Keys that word an alert stand beside Python's functions only if the derived rule itself has them.
            if case .python = base.body { detection.alertTemplate = AlertTemplate() }
            override(&detection, by: item)
            pack.detections.append(detection)
        }
        var places: [[UInt8]: Int] = [:]
        for (place, item) in items.enumerated() { places[Array(item.id.utf8)] = place }
        let placed = pack.detections.map { (place: places[Array($0.id.utf8)] ?? Int.max, detection: $0) }
        pack.detections = placed.sorted { $0.place < $1.place }.map(\.detection)
        for index in pack.withoutBase.indices {
            let own = places[Array(pack.withoutBase[index].id.utf8)] ?? Int.max
            pack.withoutBase[index].place = placed.count { $0.place < own }
        }
    }

    /// Why an identifier that the pack has is no base.
    private func fault(ofBase name: String) -> String? {
        let isName = { (id: String) in id.hasBytes(of: name) }
        if pack.detections.contains(where: { $0.kind == .policy && isName($0.id) }) { return "is a policy" }
        return pack.invalid.contains { $0.id.map(isName) ?? false } ? "cannot be used itself" : nil
    }
}
