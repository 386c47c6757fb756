import Documents

/// Windows' events as JSON.
enum WindowsEvent {
    /// The event as rules read it: what is under `Event.EventData` (or `UserData`) and `Event.System` at the top, attributes of the
    /// system's part joined to their element by `_`, names with blanks also without them (`ThreatName`). Any other value stays as it
    /// is. Source: Sigma rules specification 2.1, "Field Usage", and what its rules call the fields.
    static func flattened(_ node: DataNode) -> DataNode {
        guard let event = node["Event"]?.map, event["System"]?.map != nil else { return node }
        var entries: [DataMap.Entry] = []
        var names: Set<String> = []
        func add(_ name: String, _ value: DataNode) {
            for name in [name, name.replacing(" ", with: "")] where names.insert(name).inserted {
                entries.append(.init(key: DataNode(.string(name)), value: value))
            }
        }
        func addAll(_ map: DataMap?) {
            for entry in map?.entries ?? [] where entry.key.string != "#attributes" {
                if let name = entry.key.string { add(name, entry.value) }
            }
        }
        addAll(event["EventData"]?.map)
        for part in event["UserData"]?.map?.entries ?? [] { addAll(part.value.map) }
        for entry in event["System"]?.map?.entries ?? [] {
            guard let name = entry.key.string else { continue }
            let attributes = entry.value["#attributes"]?.map
            for attribute in attributes?.entries ?? [] {
                if let key = attribute.key.string { add("\(name)_\(key)", attribute.value) }
            }
            if let text = entry.value["#text"] { add(name, text) } else if attributes == nil { add(name, entry.value) }
        }
        return DataNode(.map(DataMap(entries)), node.span)
    }
}
