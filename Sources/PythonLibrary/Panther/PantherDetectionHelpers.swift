package import PythonRuntime

/// `panther_detection_helpers`: the package and its small modules. Source: panther_detection_helpers 0.4.0.
package enum PantherDetectionHelpers {
    /// One row for each module.
    package static let modules = [package, Caching.module, mocking, monitoring]

    private static let package = NativeModule("panther_detection_helpers", "Helpers of Panther's detections.")

    private static let mocking = NativeModule(
        "panther_detection_helpers.mocking",
        "Whether a function is mocked.",
        functions: [
            NativeFunction("is_mock(func)", "Whether a function is a MagicMock.") {
                (machine: inout Machine, arguments) throws(Raised) in
                .bool(UnittestMock.isMagicMock(arguments[0], machine))
            }
        ]
    )

    /// Metrics have no effect here: a wrapped function is the function.
    private static let monitoring = NativeModule(
        "panther_detection_helpers.monitoring",
        "Metrics of functions.",
        functions: [
            NativeFunction("wrap(name, tags=None)", "A decorator that changes nothing.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let module = try machine.importModule("panther_detection_helpers.monitoring", leaf: true)
                return try machine.attribute(module, machine.name("_unchanged"))
            },
            NativeFunction("_unchanged(func)", "The function itself.") {
                (machine: inout Machine, arguments) throws(Raised) in arguments[0]
            },
        ],
        constants: { (machine: inout Machine) throws(Raised) in
            [
                ("USE_MONITORING", .false), ("USE_DETECTION_HELPER_MONITORING", .false),
                ("DD_ENV", machine.intern("")),
            ]
        }
    )
}
