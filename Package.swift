// swift-tools-version: 6.1
import PackageDescription

// A target exists because of a foreign dependency; all arrows point down to `Complaints`.
// docs/architecture.md draws the way of a complaint through them.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "ombud",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "ombud", targets: ["ombud"])
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),

        .target(name: "CSpawn"),
        .target(name: "CTerminal"),

        .target(name: "Complaints", swiftSettings: strict),
        .target(name: "Gzip", dependencies: ["CDeflate"], swiftSettings: strict),
        .target(
            name: "Evidence",
            dependencies: ["Complaints", "Gzip", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(name: "Transport", dependencies: ["CCurl", "CSpawn", "Complaints"], swiftSettings: strict),
        .target(name: "Reading", dependencies: ["CXML2", "Complaints"], swiftSettings: strict),
        .target(name: "Storage", dependencies: ["Complaints"], swiftSettings: strict),
        .target(
            name: "SQLiteStorage",
            dependencies: ["Storage", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .target(
            name: "Templates",
            dependencies: ["Complaints", .product(name: "Mustache", package: "swift-mustache")],
            swiftSettings: strict),
        .target(
            name: "Settings", dependencies: ["Complaints", "Templates", "Yams"], swiftSettings: strict),
        .target(
            name: "Monitor",
            dependencies: [
                "Complaints", "Transport", "Gzip", "Reading", "Evidence", "Storage", "Settings",
                "Templates", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .target(
            name: "Demo",
            dependencies: [
                "Complaints", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .target(
            name: "Listener",
            dependencies: [
                "Settings", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "ombud",
            dependencies: [
                "CTerminal", "Complaints", "Transport", "Reading", "Evidence", "Storage", "SQLiteStorage",
                "Settings", "Templates",
                "Monitor", "Demo", "Listener",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.copy("Model/complaints.model")],
            // Swift 6.3.1 crashes ("while splitting coroutine") in optimised builds where that pass of LLVM made one
            // call of two at the end of an asynchronous function; commands lose nothing without it.
            swiftSettings: strict + [
                .unsafeFlags(["-Xllvm", "-simplifycfg-sink-common=false"], .when(configuration: .release))
            ]),

        // For `make model`, which trains what `ombud` ships, with the very features it judges by.
        .executableTarget(
            name: "train-model", dependencies: ["Complaints"], path: "Tools/TrainModel",
            exclude: ["invented.tsv", "plain.tsv", "replies.tsv", "words.tsv"], swiftSettings: strict),

        // For `make bench`: the transport alone, reading beside libxml2, looking for terms, near duplicates.
        .executableTarget(
            name: "fetching", dependencies: ["Complaints", "Transport"], path: "Benchmarks/Sources/fetching",
            swiftSettings: strict),
        .executableTarget(
            name: "reading-pages", dependencies: ["CXML2", "Complaints", "Reading"],
            path: "Benchmarks/Sources/reading", swiftSettings: strict),
        .executableTarget(
            name: "matching-terms", dependencies: ["Complaints"], path: "Benchmarks/Sources/terms",
            swiftSettings: strict),
        .executableTarget(
            name: "near-duplicates", dependencies: ["Complaints"], path: "Benchmarks/Sources/duplicates",
            swiftSettings: strict),
        .executableTarget(
            name: "scoring", dependencies: ["Complaints", "Monitor"], path: "Benchmarks/Sources/scoring",
            swiftSettings: strict),
        // A consumer of webhooks, as docs/webhooks.md shows it; the tests run it.
        .executableTarget(
            name: "webhook-receiver",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
            ], path: "examples/receivers/swift", swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: ["Complaints", "Storage", "SQLiteStorage", "Demo"],
            path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "ComplaintsTests", dependencies: ["Complaints", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "TransportTests", dependencies: ["Transport", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "ReadingTests", dependencies: ["Reading", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "EvidenceTests", dependencies: ["Evidence", "Gzip", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "StorageTests", dependencies: ["Storage", "SQLiteStorage", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "SettingsTests", dependencies: ["Settings", "Reading", "TestSupport"],
            exclude: ["Sites/pages", "Sites/records"], swiftSettings: strict),
        .testTarget(
            name: "DemoTests", dependencies: ["Demo", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "TemplatesTests", dependencies: ["Templates", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "MonitorTests", dependencies: ["Monitor", "SQLiteStorage", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "OmbudTests",
            dependencies: [
                "ombud", "webhook-receiver", "TestSupport", .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: strict),
    ]
)
