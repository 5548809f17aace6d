import Complaints
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

/// The model in the checkout, read into memory; nil, and every text without words, when it is damaged.
public enum ShippedModelFile {
    public static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/ombud/Model/complaints.model")

    public static let model: ComplaintModel? = {
        guard let data = try? Data(contentsOf: url) else { return nil }
        return try? model(of: data)
    }()

    public static func model(of data: Data) throws -> ComplaintModel {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 8)
        room.copyBytes(from: data)
        return try ComplaintModel(ModelBytes(UnsafeRawBufferPointer(room)) { $0.deallocate() })
    }
}
