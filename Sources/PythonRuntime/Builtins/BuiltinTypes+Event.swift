extension BuiltinTypes {
    /// The methods of the event that a rule is given, `self` first.
    package static var eventMethods: [NativeFunction] { eventMap.methods + event.methods }

    /// The names of everything that can be read from an event with a dot, special methods left out.
    package static var eventAttributes: [String] {
        (eventMethods + eventMap.properties + event.properties).map(\.name)
    }
}
