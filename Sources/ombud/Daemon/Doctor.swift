import ArgumentParser
import Complaints
import Evidence
import Foundation
import Monitor
import Settings
import SQLiteStorage
import Storage

struct Doctor: OmbudCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks at the running system: store, disk, clock, zones, endpoints, sources, evidence.",
        discussion: """
            A line a check: ok, warn or fail, its name, a sentence. Exit 1 when one fails; 78 when the settings are \
            faulty: their faults are told, and how the daemon that runs on those before, and its store, are. With \
            --evidence every archived record is read and compared with its link of the chain, which takes as \
            long as reading the archive does.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @Flag(help: "Also verifies the whole archive of evidence.") var evidence = false

    func perform() async throws {
        let report = Report(isJSON: printing.json)
        let wiring: Wiring
        do {
            wiring = try place.wiring()
        } catch let faults as Faults {
            try await withoutSettings(faults, report)
            throw ExitCode(Failure(faults).code.rawValue)
        }
        let checks = DoctorChecks(configuration: wiring.configuration, now: wiring.time.now(), report: report)
        checks.machine()
        do {
            let store = try wiring.openStore(.join)
            let (configuration, now) = (wiring.configuration, wiring.time.now())
            try await store.read { session in
                try DoctorChecks(configuration: configuration, now: now, report: report).store(session)
            }
            checks.daemon()
            if evidence { try await verify(wiring, store, report) }
            try await store.close()
        } catch let error as StoreError {
            report.add("store", .fail, error.description)
        }
        if report.hasFailed { throw ExitCode(Failure.Code.failed.rawValue) }
    }

    /// The settings are faulty, and a daemon may be running on those before: what does not need them is looked at.
    private func withoutSettings(_ faults: Faults, _ report: Report) async throws {
        for fault in faults.faults { report.add("configuration", .fail, "\(fault)") }
        guard let location = try? loadStoreLocation(folder: try place.folder(), override: place.store) else {
            return report.add("store", .warn, "where it is cannot be told while the settings are faulty")
        }
        var configuration = Configuration(folder: try place.folder(), instance: "")
        configuration.store = location
        let now = SystemTime().now()
        let (known, checks) = (
            configuration, DoctorChecks(configuration: configuration, now: now, report: report)
        )
        checks.withoutSettings()
        do {
            guard case .sqlite(let path) = location else { throw Wiring.noPostgres }
            let store = try SQLiteStore(path: path, now: now, opening: .join)
            try await store.read { session in
                try DoctorChecks(configuration: known, now: now, report: report).storeAlone(session)
            }
            try await store.close()
        } catch let error as StoreError {
            report.add("store", .fail, error.description)
        }
    }

    private func verify(_ wiring: Wiring, _ store: any Store, _ report: Report) async throws {
        guard let folder = wiring.configuration.evidence?.folder else {
            return report.add("evidence", .warn, "none is kept: `evidence` is off in ombud.yaml")
        }
        let progress = ProgressLine(isQuiet: printing.json)
        let found = try await verifyEvidence(in: folder, ledger: StoredEvidence(store)) { step in
            switch step {
            case .linked(let count): progress.show("\(count) links of the chain recomputed")
            case .read(let count, let all, let file):
                progress.show("\(count) of \(all) records read, \(file)")
            }
        }
        progress.end()
        for note in found.notes { report.add("evidence", .warn, note) }
        for fault in found.faults { report.add("evidence", .fail, fault.description) }
        if found.faultCount > found.faults.count {
            report.add("evidence", .fail, "and \(found.faultCount - found.faults.count) faults more")
        }
        let sum =
            "\(counted(found.records, "record")) in \(counted(found.files, "file")), \(found.bytes) bytes"
            + (found.gone > 0 ? ", \(found.gone) dropped by retention or erasure" : "")
            + (found.erased > 0 ? ", \(found.erased) of them without their address" : "")
        if found.isSound {
            report.add(
                "evidence", .ok,
                "\(sum): all as archived; the chain ends with \(found.head.chain.hexadecimal)")
        } else {
            report.add("evidence", .fail, "\(counted(found.faultCount, "fault")) among \(sum)")
        }
    }
}

extension [UInt8] {
    var hexadecimal: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension Doctor {
    /// Prints each finding as it comes.
    final class Report: Sendable {
        enum State: String { case ok, warn, fail }

        private let isJSON: Bool
        private let failed = Raised()

        init(isJSON: Bool) { self.isJSON = isJSON }

        var hasFailed: Bool { failed.isRaised }

        func add(_ check: String, _ state: State, _ text: String) {
            if state == .fail { failed.raise() }
            if isJSON {
                let line: JSON = ["check": check, "state": state.rawValue, "text": text]
                print(line.line)
            } else {
                let word = state.rawValue + String(repeating: " ", count: 5 - state.rawValue.count)
                Screen.say("\(state == .fail ? Screen.bold(word) : word)\(check): \(text)")
            }
        }
    }
}
