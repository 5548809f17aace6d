// swift-tools-version: 6.1
import PackageDescription

// What `make bench` measures of a part of Ombud alone; the whole program is measured by bench.py.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "ombud", path: "..")],
    targets: [
        .executableTarget(
            name: "fetching", dependencies: [.product(name: "Transport", package: "ombud")],
            swiftSettings: [.swiftLanguageMode(.v6)])
    ]
)
