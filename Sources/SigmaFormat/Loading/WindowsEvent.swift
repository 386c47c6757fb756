package import Documents

/// Windows' events as JSON.
package enum WindowsEvent {
    /// The event as rules read it: what is under `Event.EventData` (or `UserData`) and `Event.System` at the top, attributes of the
    /// system's part joined to their element by `_`. Any other value stays as it is. Source: Sigma rules specification 2.1, "Field
    /// Usage".
    package static func flattened(_ node: DataNode) -> DataNode {
        guard let event = node["Event"]?.map, event["System"]?.map != nil else { return node }
        var entries: [DataMap.Entry] = []
        func add(_ name: String, _ value: DataNode) {
            guard !entries.contains(where: { $0.key.string == name }) else { return }
            entries.append(.init(key: DataNode(.string(name)), value: value))
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
