import Detections
import Diagnostics
import Documents

/// From Panther's keys to the neutral model.
extension PackLoader {
    /// Adds `item` to the pack; derived rules wait for ``linkDerived(_:)``.
    mutating func lower(_ item: LoadedItem) {
        switch item.type {
        case .rule, .scheduledRule, .policy, .correlationRule:
            if !item.isDerived { pack.detections.append(detection(item)) }
        case .global: lowerGlobal(item)
        case .dataModel: lowerDataModel(item)
        case .pack:
            pack.packs.append(
                Pack(
                    id: item.id,
                    displayName: item.text("DisplayName"),
                    description: item.text("Description"),
                    members: item.item["PackDefinition"]?["IDs"]?.strings ?? [],
                    source: item.source,
                    idSpan: item.idSpan
                )
            )
        case .savedQuery: lowerAuxiliary(item, .savedQuery)
        case .scheduledQuery: lowerAuxiliary(item, .scheduledQuery)
        case .lookupTable:
            lowerAuxiliary(item, .lookupTable)
            lowerLookupTable(item)
        case .scheduledPrompt: lowerAuxiliary(item, .scheduledPrompt)
        }
    }

    /// The detection that `item` declares, with every key it sets. A Python file that cannot be read is its fault, not the
    /// item's: the reference counts it as a detection that could not be loaded.
    private mutating func detection(_ item: LoadedItem) -> Detection {
        if let expressions = item.item["Detection"] {
            let written = SourcedNode(expressions, in: item.source)
            return detection(item, item.type == .correlationRule ? .correlation(written) : .conditions(written))
        }
        do {
            let module = try readModule("Filename", of: item)
            return detection(item, .python(path: module.path, module.source))
        } catch {
            let path = item.path(of: item.text("Filename") ?? "")
            var detection = detection(item, .python(path: path, Source(path: path, bytes: [])))
            detection.bodyFault = Detection.BodyFault(diagnostic: error.diagnostic, vendorMessage: error.message)
            pack.diagnostics.append(error.diagnostic)
            return detection
        }
    }

    private func detection(_ item: LoadedItem, _ body: Detection.Body) -> Detection {
        let kind: Detection.Kind =
            switch item.type {
            case .policy: .policy
            case .correlationRule: .correlation
            case .scheduledRule: .scheduledRule
            default: item.item["ScheduledQueries"] == nil ? .rule : .scheduledRule
            }
        var detection = Detection(id: item.id, kind: kind, body: body, source: item.source, idSpan: item.idSpan)
        detection.logSources = item.texts(kind == .policy ? "ResourceTypes" : "LogTypes")
        detection.queries = item.texts("ScheduledQueries")
        override(&detection, by: item)
        return detection
    }

    /// Sets what `item` says, and nothing else: a derived rule replaces whole values of its base.
    func override(_ detection: inout Detection, by item: LoadedItem) {
        for entry in item.item.entries {
            guard let key = entry.key.string else { continue }
            let value = entry.value
            let written = SourcedNode(value, in: item.source)
            switch key {
            case "Enabled":
                detection.isEnabled = value.bool ?? detection.isEnabled
                detection.declared.insert(.enabled)
            case "Severity": detection.severity = value.string.flatMap { Severity(rawValue: $0.uppercased()) }
            case "DisplayName": detection.displayName = value.string
            case "Description": detection.description = value.string
            case "Reference": detection.reference = value.string
            case "Runbook": detection.runbook = value.string
            case "Status": detection.status = value.string
            case "DedupPeriodMinutes": detection.deduplicationPeriodMinutes = Int(clamping: value.int ?? Int64.max)
            case "Threshold": detection.threshold = Int(clamping: value.int ?? Int64.max)
            case "SummaryAttributes": detection.summaryAttributes = value.strings ?? []
            case "CreateAlert": detection.createsAlert = value.bool ?? true
            case "OutputIds": detection.destinations = value.strings ?? []
            case "Tags": detection.tags = value.strings ?? []
            case "Reports": setReports(value, &detection)
            case "InlineFilters", "_backend_filters": detection.filters = written
            case "AlertTitle": detection.alertTemplate.title = written
            case "AlertContext": detection.alertTemplate.context = written
            case "GroupBy": detection.alertTemplate.groupBy = written
            case "DynamicSeverities": detection.alertTemplate.severities = written
            case "Tests":
                detection.tests = (value.list ?? []).compactMap { test($0, detection.kind) }
                detection.declared.insert(.tests)
                detection.declared.remove(.inheritedTests)
            case "AnalysisType", "RuleID", "PolicyID", "Filename", "Detection", "LogTypes", "ResourceTypes",
                "BaseDetection",
                "ScheduledQueries":
                break
            default: setVendorField(key, value, &detection)
            }
        }
    }

    private func setVendorField(_ key: String, _ value: DataNode, _ detection: inout Detection) {
        let field = Detection.VendorField(key: key, value: value)
        if let place = detection.vendorFields.firstIndex(where: { $0.key == key }) {
            detection.vendorFields[place] = field
        } else {
            detection.vendorFields.append(field)
        }
    }

    private func setReports(_ value: DataNode, _ detection: inout Detection) {
        detection.reports = (value.map?.entries ?? []).map { entry in
            let nodes = entry.value.list ?? []
            return Report(
                framework: entry.key.string ?? "",
                items: nodes.map { $0.string ?? PythonText.representation($0) },
                spans: nodes.map(\.span)
            )
        }
        detection.attack = detection.reports.filter { $0.framework == AttackReference.framework }
            .flatMap { $0.items.compactMap { AttackReference($0) } }
    }

    private func test(_ node: DataNode, _ kind: Detection.Kind) -> UnitTest? {
        guard let map = node.map, let name = map["Name"], let expected = map["ExpectedResult"]?.bool else { return nil }
        let nothing = DataNode(.null, node.span)
        // The reference takes either key for either kind, `Resource` first.
        let input: UnitTest.Input =
            switch kind {
            case .rule, .scheduledRule: .event(map["Resource"] ?? map["Log"] ?? nothing)
            case .policy: .resource(map["Resource"] ?? map["Log"] ?? nothing)
            case .correlation: .matches(map["RuleOutputs"] ?? nothing)
            }
        let mocks = (map["Mocks"]?.list ?? []).compactMap { mock -> Mock? in
            guard let name = mock["objectName"], let text = name.string, let value = mock["returnValue"]?.value else {
                return nil
            }
            return Mock(name: text, returnValue: value, span: name.span)
        }
        return UnitTest(
            name: name.string ?? "",
            expectedResult: expected,
            input: input,
            expectedDestinations: map["ExpectedDestinations"]?.strings,
            mocks: mocks,
            span: name.span
        )
    }

    private mutating func lowerGlobal(_ item: LoadedItem) {
        guard let module = module("Filename", of: item) else { return }
        pack.helpers.append(
            Helper(
                id: item.id,
                module: module,
                description: item.text("Description"),
                tags: item.texts("Tags"),
                source: item.source,
                idSpan: item.idSpan
            )
        )
    }

    private mutating func lowerDataModel(_ item: LoadedItem) {
        var file: Helper.Module?
        if item.item["Filename"] != nil {
            file = module("Filename", of: item)
            if file == nil { return }
        }
        let isEnabled = item.item["Enabled"]?.bool ?? false
        let mappings = (item.item["Mappings"]?.list ?? []).compactMap { node -> DataModel.Mapping? in
            guard let name = node["Name"]?.string, let target = node["Path"] ?? node["Method"], let text = target.string
            else {
                return nil
            }
            let isPath = node["Path"] != nil
            return DataModel.Mapping(name: name, target: isPath ? .path(text) : .method(text), span: target.span)
        }
        if isEnabled, let empty = mappings.first(where: { $0.target == .path("") || $0.target == .method("") }) {
            let message = "DataModel [\(item.id)] is missing a field or method for [\(empty.name)]"
            refuse(item, [.emptyMapping(empty, item)], message)
            return
        }
        var logTypes = item.item["LogTypes"]?.list ?? []
        if isEnabled {
            // As in the reference, a model loses the logs that another one serves already, and keeps the rest.
            for node in logTypes {
                guard let logType = node.string,
                    let first = pack.dataModels.first(where: { $0.isEnabled && $0.logTypes.contains(logType) })
                else { continue }
                logTypes.removeAll { $0 == node }
                let message = "Conflicting Enabled LogType [\(logType)] in Data Model [\(item.id)]"
                refuse(item, [.conflictingModel(node, first: first, item)], message)
            }
        }
        pack.dataModels.append(
            DataModel(
                id: item.id,
                displayName: item.text("DisplayName"),
                isEnabled: isEnabled,
                logTypes: logTypes.compactMap(\.string),
                module: file,
                mappings: mappings,
                source: item.source,
                idSpan: item.idSpan
            )
        )
    }

    private mutating func lowerAuxiliary(_ item: LoadedItem, _ kind: AuxiliaryItem.Kind) {
        pack.auxiliaryItems.append(
            AuxiliaryItem(
                id: item.id,
                kind: kind,
                isEnabled: item.item["Enabled"]?.bool ?? true,
                description: item.text("Description"),
                fields: item.item,
                source: item.source,
                idSpan: item.idSpan
            )
        )
    }
}

extension LoadedItem {
    /// Whether it takes its body from another rule.
    var isDerived: Bool { item["BaseDetection"].map(PythonText.isTruthy) ?? false }
}
