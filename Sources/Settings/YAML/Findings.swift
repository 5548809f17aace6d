/// Gathers what is wrong while files are read, so that all of it can be told at once.
final class Findings {
    private(set) var faults: [Fault] = []
    private(set) var warnings: [Fault] = []
    /// What is wrong with a selector, nil when nothing is.
    let selectorFault: (String) -> String?
    /// Zones that were found to be there; thousands of sources name the same few.
    var knownZones: Set<String> = ["UTC"]

    init(selectorFault: ((String) -> String?)? = nil) {
        self.selectorFault = selectorFault ?? { _ in nil }
    }

    func add(_ fault: Fault) { faults.append(fault) }
    func warn(_ warning: Fault) { warnings.append(warning) }
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
}
