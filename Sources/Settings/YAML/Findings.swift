/// Gathers what is wrong while files are read, so that all of it can be told at once.
import Foundation

final class Findings {
    private(set) var faults: [Fault] = []
    private(set) var warnings: [Fault] = []
    /// What is wrong with a selector, nil when nothing is.
    let selectorFault: (String) -> String?
    /// Zones that were found to be there; thousands of sources name the same few.
    var knownZones: Set<String> = ["UTC"]
    /// Secrets that this user cannot read and, as it happens, does not need.
    var unreadSecrets = 0
    private var read: [String: Result<Data, Files.Failure>] = [:]

    init(selectorFault: ((String) -> String?)? = nil) {
        self.selectorFault = selectorFault ?? { _ in nil }
    }

    func add(_ fault: Fault) { faults.append(fault) }
    func warn(_ warning: Fault) { warnings.append(warning) }

    /// The bytes of a small file that a setting names; thousands of sources may name the same.
    func bytes(of file: URL, atMost most: Int = 1_000_000) throws(Files.Failure) -> Data {
        if let known = read[file.path] { return try known.get() }
        do {
            let bytes = try Files.read(file, atMost: most)
            read[file.path] = .success(bytes)
            return bytes
        } catch {
            read[file.path] = .failure(error)
            throw error
        }
    }
}

/// One file on its way through the checks: its name as people type it, and where its faults go.
struct Document {
    let file: String
    let findings: Findings

    func fault(_ place: Place, _ message: String) {
        findings.add(Fault(file: file, line: place.line, column: place.column, message: message))
    }

    func warn(_ place: Place, _ message: String) {
        findings.warn(Fault(file: file, line: place.line, column: place.column, message: message))
    }

    /// A single value without the spaces around it.
    func plainText(of node: Node, called what: String, at place: Place, wanted: String) -> String? {
        guard case .scalar(let text, _) = node.value else {
            fault(place, "\(what) is \(node.kind); \(wanted) is wanted")
            return nil
        }
        let trimmed = text.trimmed
        guard !trimmed.isEmpty else {
            fault(place, "\(what) is empty; \(wanted) is wanted")
            return nil
        }
        return trimmed
    }
}
