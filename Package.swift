// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target of ours: the language mode of Swift 6, explicit imports, no warning left standing.
let ours: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// The checked mode of the virtual machine: every value carries the generation of its arena and each access
/// compares the two (`make test-checked`). Costs about a third of the speed, so it is a build of its own.
let checked: [SwiftSetting] =
    Context.environment["MARGAY_CHECKED"] == "1" ? [.define("MARGAY_CHECKED")] : []

/// A target of ours: `Sources/<name>`, importing only targets of lower floors (docs/architecture.md).
func floor(
    _ name: String,
    _ dependencies: [Target.Dependency] = [],
    resources: [Resource] = [],
    exclude: [String] = []
) -> Target {
    .target(
        name: name,
        dependencies: dependencies,
        exclude: exclude,
        resources: resources,
        swiftSettings: ours + checked
    )
}

/// The tests of a target: `Tests/<name>Tests`.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name), "TestSupport"] + dependencies,
        exclude: [],
        swiftSettings: ours + checked
    )
}

let package = Package(
    name: "Margay",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "margay", targets: ["margay"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // C libraries of the system.
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),

        // Floor 0
        floor("Addresses"),
        floor("Diagnostics"),
        floor("Events"),
        // Floor 1
        floor("Documents", ["CYAML", "Diagnostics"]),
        floor("KQL", ["Diagnostics"]),
        floor("PythonSyntax", ["Diagnostics"]),
        floor("PythonRegex", ["CPCRE2"]),
        // Floor 2
        floor(
            "PythonRuntime",
            ["Diagnostics", "Events", "PythonSyntax", .product(name: "BigInt", package: "BigInt")]
        ),
        floor("Conditions", ["Addresses", "Events", "PythonRegex"]),
        // Floor 3
        floor(
            "PythonLibrary",
            [
                "Addresses", "Diagnostics", "Events", "PythonRegex", "PythonRuntime",
                .product(name: "BigInt", package: "BigInt"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        floor(
            "Detections",
            ["Conditions", "Diagnostics", "Documents"],
            resources: [
                .embedInCode("Attack/enterprise-attack.tsv"), .embedInCode("Fields/field-aliases.tsv"),
            ],
            exclude: ["Attack/LICENSE-ATTACK.txt"]
        ),
        // Floor 4
        floor("ChronicleFormat", ["Conditions", "Detections", "Diagnostics", "Documents"]),
        floor("PantherFormat", ["Addresses", "Detections", "Diagnostics", "Documents"]),
        floor("SentinelFormat", ["Conditions", "Detections", "Diagnostics", "Documents", "KQL"]),
        floor(
            "SigmaFormat",
            ["Addresses", "Conditions", "Detections", "Diagnostics", "Documents", "Events", "PythonRegex"],
            resources: [.embedInCode("Pipelines/log-types.yml")]
        ),
        floor(
            "Extraction",
            [
                "Addresses", "Conditions", "Detections", "Diagnostics", "Documents", "Events", "PythonRegex",
                "PythonSyntax",
            ]
        ),
        // Floor 5
        floor(
            "Engine",
            [
                "Addresses", "Conditions", "Detections", "Diagnostics", "Documents", "Events", "Extraction",
                "PantherFormat", "PythonLibrary", "PythonRegex", "PythonRuntime", "PythonSyntax",
            ]
        ),
        floor(
            "Catalog",
            ["Conditions", "Detections", "Diagnostics", "Documents", "Events"],
            resources: [.embedInCode("Actions/log-families.tsv")]
        ),
        floor(
            "Formats",
            ["ChronicleFormat", "Detections", "Documents", "PantherFormat", "SentinelFormat", "SigmaFormat"]
        ),
        floor("Checks", ["Detections", "Diagnostics", "Documents", "PythonLibrary", "PythonRuntime", "PythonSyntax"]),
        // Floor 6
        floor(
            "Pages",
            [
                "Catalog", "Conditions", "Detections", "Diagnostics", "PythonSyntax",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [
                .embedInCode("Assets/icon.svg"), .embedInCode("Assets/margay.js"), .embedInCode("Assets/style.css"),
                .embedInCode("Assets/theme.js"),
            ]
                + [
                    "action", "allRules", "code", "diff", "disputes", "event", "gaps", "indicator", "layout", "matrix",
                    "message", "row", "rule", "search", "technique", "verdict",
                ].map { .embedInCode("Templates/\($0).mustache") }
        ),
        floor("Pipeline", ["CZlib", "CZstd", "Detections", "Diagnostics", "Engine", "Events", "PythonRuntime"]),
        floor(
            "CatalogStore",
            [
                "Catalog", "Conditions", "Detections", "Diagnostics", "Engine", "Formats", "PythonRuntime",
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        // Floor 7
        floor(
            "Web",
            [
                "Catalog", "CatalogStore", "Detections", "Events", "Pages", "PythonRuntime",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("openapi.json")]
        ),
        // Floor 8
        .executableTarget(
            name: "margay",
            dependencies: [
                "Catalog", "CatalogStore", "Checks", "ChronicleFormat", "Conditions", "Detections", "Diagnostics",
                "Documents", "Engine", "Events", "Formats", "KQL", "PantherFormat", "Pipeline", "PythonLibrary",
                "PythonRuntime", "PythonSyntax", "SentinelFormat", "SigmaFormat", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: ours
        ),

        // Tests
        .target(name: "TestSupport", dependencies: ["Detections"], path: "Tests/TestSupport", swiftSettings: ours),
        tests("Addresses"),
        tests("Diagnostics"),
        tests("Events"),
        tests("Documents", ["Diagnostics"]),
        tests("KQL", ["Diagnostics"]),
        tests("PythonSyntax", ["Diagnostics"]),
        tests("PythonRegex"),
        tests("PythonRuntime", ["Diagnostics", "Events", "PythonSyntax"]),
        tests(
            "Conditions",
            ["Addresses", "Diagnostics", "Events", "PythonLibrary", "PythonRegex", "PythonRuntime", "PythonSyntax"]
        ),
        tests("PythonLibrary", ["Diagnostics", "Events", "PythonRuntime", "PythonSyntax"]),
        tests("Detections", ["Diagnostics", "Documents"]),
        .target(
            name: "ExtractionSupport",
            dependencies: [
                "Conditions", "Detections", "Documents", "Engine", "Events", "PythonLibrary", "PythonRuntime",
            ],
            path: "Tests/ExtractionSupport",
            swiftSettings: ours
        ),
        tests(
            "Extraction",
            ["Conditions", "Detections", "Diagnostics", "Engine", "ExtractionSupport", "PantherFormat", "Pipeline"]
        ),
        tests("ChronicleFormat", ["Conditions", "Detections", "Diagnostics", "Pipeline"]),
        tests("PantherFormat", ["Detections", "Diagnostics", "Documents", "Pipeline"]),
        tests("SentinelFormat", ["Conditions", "Detections", "Diagnostics", "Documents", "KQL", "Pipeline"]),
        tests("SigmaFormat", ["Conditions", "Detections", "Diagnostics", "Documents", "Events"]),
        tests(
            "Engine",
            [
                "Addresses", "Conditions", "Detections", "Diagnostics", "Documents", "Events", "Extraction",
                "PantherFormat",
                "PythonLibrary", "PythonRuntime",
            ]
        ),
        tests("Catalog", ["Conditions", "Detections", "Diagnostics", "Documents", "Events", "Formats"]),
        tests(
            "CatalogStore",
            [
                "Catalog", "Conditions", "Detections", "Engine", "Pipeline",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        tests("Checks", ["Detections", "Diagnostics", "PantherFormat", "PythonRuntime", "PythonSyntax"]),
        tests("Pages", ["Catalog", "Conditions", "Detections", "Diagnostics", "Events"]),
        tests("Pipeline", ["Detections", "Diagnostics", "Engine", "Events", "PantherFormat"]),
        tests(
            "Web",
            [
                "Catalog", "CatalogStore", "Detections", "Engine", "Pages", "Pipeline",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            ]
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "Detections", "Documents", "Engine", "ExtractionSupport", "Formats", "Pipeline", "TestSupport",
                "margay",
            ],
            swiftSettings: ours
        ),
        .testTarget(name: "TidyTests", dependencies: ["TestSupport"], swiftSettings: ours),
    ],
    swiftLanguageModes: [.v6]
)

// Programs for developers, built only when asked for: `make bench`, `make fuzz`.
if Context.environment["MARGAY_BENCH"] == "1" {
    package.targets.append(
        .executableTarget(
            name: "MargayBenchmarks",
            dependencies: [
                "Conditions", "Detections", "Diagnostics", "Documents", "Engine", "Events", "Extraction",
                "ExtractionSupport", "Formats", "PantherFormat", "Pipeline", "PythonLibrary", "PythonRuntime",
                "PythonSyntax",
            ],
            path: "Benchmarks",
            exclude: ["Programs"],
            swiftSettings: ours
        )
    )
}
if Context.environment["MARGAY_FUZZ"] == "1" {
    let fuzzers: [(name: String, dependencies: [Target.Dependency])] = [
        ("Kql", ["Conditions", "Detections", "Diagnostics", "KQL", "SentinelFormat"]),
        ("Machine", ["Diagnostics", "Events", "PythonLibrary", "PythonRuntime", "PythonSyntax", "TestSupport"]),
        ("Parser", ["Diagnostics", "PythonSyntax"]),
        ("Regex", ["PythonRegex"]),
        ("Sigma", ["Conditions", "Detections", "Diagnostics", "Documents", "SigmaFormat", "TestSupport"]),
        ("Tape", ["Events"]),
        ("YaraL", ["ChronicleFormat", "Conditions", "Detections", "Diagnostics", "TestSupport"]),
    ]
    // libFuzzer brings `main`; without the flag a single file would be taken for a script.
    package.targets += fuzzers.map { fuzzer in
        .executableTarget(
            name: "Fuzz\(fuzzer.name)",
            dependencies: fuzzer.dependencies,
            path: "Fuzz/\(fuzzer.name)",
            exclude: ["Seeds"],
            swiftSettings: ours + [.unsafeFlags(["-parse-as-library"])]
        )
    }
}
