import Foundation
import Testing

/// The real cases beside the checkout (`$OMBUD_CASES`, else `../shared/data`): too large and too
/// personal to be part of the project, so tests that need them are skipped where they are absent.
public enum Cases {
    public static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["OMBUD_CASES"] { return URL(fileURLWithPath: path) }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return root.deletingLastPathComponent().appending(path: "shared/data")
    }()

    public static func url(_ path: String) -> URL { folder.appending(path: path) }

    public static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: url(path).path)
    }

    /// The lines of an NDJSON file, each as bytes.
    public static func lines(_ path: String) throws -> [Data] {
        try Data(contentsOf: url(path)).split(separator: UInt8(ascii: "\n")).map { Data($0) }
    }
}

extension Trait where Self == ConditionTrait {
    /// Skips with a plain line where the real cases are absent.
    public static func needsCases(_ path: String) -> Self {
        .enabled(if: Cases.exists(path), "no \(path) in OMBUD_CASES or ../shared/data")
    }
}
