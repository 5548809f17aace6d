import ArgumentParser
import Complaints
import Settings

struct Check: OmbudCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks configuration, policies, calendars and watchlists; prints every fault.",
        discussion:
            "Each fault is FILE:LINE:COLUMN: what was found; what is wanted. Exit 78 when there is one.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing

    func perform() async throws {
        let configuration: Configuration
        do {
            configuration = try place.wiring(needsSecrets: true, isService: false, judges: true).configuration
        } catch let faults as Faults {
            if printing.json {
                for fault in faults.faults { print(fault.json(severity: "fault").line) }
                throw ExitCode(Failure.Code.badConfiguration.rawValue)
            }
            throw faults
        }
        if printing.json {
            for warning in configuration.warnings { print(warning.json(severity: "warning").line) }
            return
        }
        for warning in configuration.warnings { print("warning: \(warning)") }
        let count = configuration.sources.count
        let off = configuration.allSources.count - count
        print(
            "no faults: \(counted(configuration.watchlists.count, "watchlist")), \(counted(count, "source"))"
                + (off > 0 ? " (and \(off) switched off)" : "")
                + ", \(counted(configuration.policies.count, "policy", "policies"))"
                + ", \(counted(configuration.endpoints.count, "endpoint"))")
    }
}

extension Fault {
    fileprivate func json(severity: String) -> JSON {
        ["severity": severity, "file": file, "line": line, "column": column, "message": message]
    }
}
