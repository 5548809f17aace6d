import Complaints
import Foundation
import Monitor
import Settings
import Storage

/// The checks of `ombud doctor`, one method a few lines; each says what it found and, where that is wrong,
/// what to do.
struct DoctorChecks: Sendable {
    let configuration: Configuration
    let now: Instant
    let report: Doctor.Report

    // MARK: The machine

    func machine() {
        disk()
        clock()
        zones()
        contact()
        evidenceFolder()
    }

    /// The same, and the daemon, as far as the settings are not asked.
    func withoutSettings() {
        disk()
        clock()
        zones()
        daemon()
    }

    /// Free room below which writing is about to fail, and below which somebody should look.
    private static let leastRoom: Int64 = 100_000_000
    private static let littleRoom: Int64 = 1_000_000_000

    private func disk() {
        var places: [(what: String, path: String)] = []
        if case .sqlite(let path) = configuration.store { places.append(("the store", path)) }
        if let folder = configuration.evidence?.folder { places.append(("the evidence", folder)) }
        for (what, path) in places {
            guard let room = Self.room(at: path) else {
                report.add("disk", .warn, "the room for \(what) at \(path) cannot be told")
                continue
            }
            let text = "\(room / 1_000_000) MB free for \(what) at \(path)"
            switch room {
            case ..<Self.leastRoom: report.add("disk", .fail, text + "; make room")
            case ..<Self.littleRoom: report.add("disk", .warn, text + "; make room soon")
            default: report.add("disk", .ok, text)
            }
        }
    }

    /// Of the nearest folder above that is there.
    static func room(at path: String) -> Int64? {
        var url = URL(fileURLWithPath: path)
        while !FileManager.default.fileExists(atPath: url.path), url.path != "/" {
            url.deleteLastPathComponent()
        }
        let found = try? FileManager.default.attributesOfFileSystem(forPath: url.path)
        return (found?[.systemFreeSize] as? NSNumber)?.int64Value
    }

    private func clock() {
        // No build of this is older.
        let earliest = Instant(seconds: 1_750_000_000)
        if now < earliest {
            report.add("clock", .fail, "it shows \(now), which is long past; set it, deadlines depend on it")
        } else {
            report.add("clock", .ok, "it shows \(now)")
        }
    }

    private func zones() {
        let version = TimeZone.timeZoneDataVersion
        // Clocks in Warsaw went forward on 29 March 2026 at 01:00 UTC.
        let change = Instant(seconds: 1_774_746_000)
        let warsaw = Zone("Europe/Warsaw")
        let offsets = warsaw.map { [$0.offset(at: change - .seconds(1)), $0.offset(at: change)] }
        if offsets != [3600, 7200] {
            report.add(
                "zones", .fail,
                "summer time in Europe/Warsaw is not known: install tzdata, deadlines are wrong without it")
        } else {
            report.add("zones", .ok, "zone data \(version.isEmpty ? "of unknown version" : version) is there")
        }
        for (name, policy) in configuration.policies.sorted(by: { $0.key < $1.key })
        where Zone(policy.calendar.zone) == nil {
            report.add("zones", .fail, "policy \(name): the zone \(policy.calendar.zone) is not known")
        }
    }

    private func contact() {
        let agent = configuration.userAgent
        if agent.contains("//example.org/") {
            report.add("user-agent", .warn, "it still names example.org; put a contact of yours in its place")
        } else if !agent.contains("://"), !agent.contains("@") {
            report.add("user-agent", .warn, "it names no page or address at which people can reach you")
        } else {
            report.add("user-agent", .ok, agent)
        }
    }

    private func evidenceFolder() {
        guard let folder = configuration.evidence?.folder else {
            return report.add("evidence", .warn, "none is kept: `evidence` is off in ombud.yaml")
        }
        guard FileManager.default.fileExists(atPath: folder) else {
            return report.add("evidence", .ok, "\(folder) is made with the first page")
        }
        if access(folder, W_OK | X_OK) == 0 {
            report.add("evidence", .ok, "\(folder) can be written")
        } else {
            report.add(
                "evidence", .warn,
                "\(folder) cannot be written by \(NSUserName()); the daemon must be able to")
        }
    }

    // MARK: The daemon

    /// Looks whether somebody holds the lock, without taking it.
    func daemon() {
        guard case .sqlite(let path) = configuration.store else { return }
        let locks = (try? String(contentsOfFile: "/proc/locks", encoding: .utf8)) ?? ""
        var info = stat()
        guard stat(path + ".lock", &info) == 0 else {
            return report.add("daemon", .warn, "it never ran on this store; `ombud serve` starts it")
        }
        // `1: FLOCK ADVISORY WRITE PID MAJOR:MINOR:INODE 0 EOF`
        let isHeld = locks.split(separator: "\n").contains { line in
            line.contains("FLOCK") && line.contains(":\(info.st_ino) ")
        }
        report.add(
            "daemon", isHeld ? .ok : .warn,
            isHeld ? "it is running" : "it is not running on this store; `ombud serve` starts it")
    }

    // MARK: The store

    func store(_ session: any Session) throws {
        let statuses = try session.sourceStatuses()
        try soundness(session)
        if let latest = try session.latestVisit(), latest > now + .seconds(300) {
            report.add(
                "clock", .fail, "a visit was made at \(latest), which is still to come: it was set back")
        }
        try endpoints(session)
        sources(statuses)
        try gaps(session)
        try schedule(session, statuses)
        try queue(session)
        try notices(session)
        try keeping(session)
    }

    /// As far as the settings are not asked.
    func storeAlone(_ session: any Session) throws {
        try soundness(session)
        sources(try session.sourceStatuses())
        try notices(session)
        try keeping(session)
    }

    private func soundness(_ session: any Session) throws {
        let damages = try session.damages()
        for damage in damages { report.add("store", .fail, "it is damaged: \(damage); restore a backup") }
        guard damages.isEmpty else { return }
        var isThere = true
        if case .sqlite(let path) = configuration.store {
            let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
            isThere = path == ":memory:" || (size ?? 0) > 0
        }
        if isThere {
            report.add(
                "store", .ok,
                "\(configuration.store) is whole, schema \(try session.schemaVersion()), nothing to migrate")
        } else {
            report.add("store", .fail, "\(configuration.store) is not there yet; `ombud serve` makes it")
        }
    }

    private func queue(_ session: any Session) throws {
        let neglected = try session.neglectedCases()
        // Where a policy wants one, its lack is a fault; elsewhere it is told.
        let isWanted = configuration.policies.values.contains { $0.nextStep == .required }
        report.add(
            "queue", isWanted && neglected.lackingNext > 0 ? .warn : .ok,
            neglected.lackingNext == 0
                ? "every open case has a next step"
                : "\(counted(neglected.lackingNext, "open case")) without a next step: `ombud case list` marks "
                    + "them none!, `ombud case next` states one")
        if neglected.unowned > 0, configuration.team.handOut == .automatic {
            report.add(
                "queue", .warn,
                "\(counted(neglected.unowned, "open case")) that nobody has: `ombud case hand-out --dry-run` says why"
            )
        }
    }

    /// What the daemon itself found wrong.
    private func notices(_ session: any Session) throws {
        let refusal = try session.notices().first { $0.name == .configuration }
        if let refusal {
            report.add(
                "configuration", .fail,
                "the settings read at \(refusal.at) were refused, those before are in force: "
                    + refusal.text.replacing("\n", with: "; "))
        } else {
            report.add("configuration", .ok, "the daemon runs on the settings that it read last")
        }
    }

    private func endpoints(_ session: any Session) throws {
        let states = try configuration.endpoints.compactMap { try session.endpointState($0.name) }
        let disabled = states.filter { $0.disabledAt != nil }
        for state in disabled {
            report.add(
                "endpoints", .fail,
                "\(state.name) is disabled: \(state.reason ?? "it answered 410"); "
                    + "`ombud alert enable \(state.name)` when it is back")
        }
        let troubled = states.filter { !$0.isDisabled && ($0.refusal != nil || $0.health.failures > 1) }
        for state in troubled {
            report.add("endpoints", .warn, "\(state.name) \(state.trouble(now: now) ?? "")")
        }
        let dead = try session.deadLetters()
        if dead > 0 {
            report.add(
                "endpoints", .warn,
                "\(counted(dead, "dead letter")): `ombud alert list --state dead` shows them, `ombud alert "
                    + "resend` sends them again")
        }
        let stranded = try session.strandedAlerts(known: configuration.endpoints.map(\.name))
        for (name, count) in stranded {
            report.add(
                "endpoints", .warn,
                "\(counted(count, "alert")) wait for \(name), which ombud.yaml does not name: `ombud alert resend "
                    + "--endpoint \(name) --to OTHER` sends them to another, `ombud alert drop --endpoint \(name)` "
                    + "gives them up")
        }
        if disabled.isEmpty, troubled.isEmpty, dead == 0, stranded.isEmpty {
            report.add(
                "endpoints", .ok, "\(counted(configuration.endpoints.count, "endpoint")), none disabled")
        }
    }

    private func sources(_ statuses: [SourceStatus]) {
        let active = statuses.filter(\.isActive)
        var isFine = true
        func tell(_ state: Doctor.Report.State, _ what: String, _ found: [SourceStatus], _ advice: String) {
            guard !found.isEmpty else { return }
            isFine = false
            report.add(
                "sources", state,
                "\(counted(found.count, "source")) \(what): \(found.map(\.id.name).listed); \(advice)")
        }
        tell(
            .fail, "blind", active.filter { $0.coverage.health == .blind },
            "`ombud source show NAME` says why")
        tell(
            .fail, "changed, so that nothing can be read", active.filter { $0.coverage.health == .changed },
            "the site was rebuilt or needs a rule")
        tell(.warn, "paused", active.filter { $0.pause != nil }, "`ombud source resume NAME` ends it")
        tell(
            .warn, "moved for good", active.filter { $0.movedTo.map { $0.isEmpty } == false },
            "write the new addresses into the watchlists")
        if isFine { report.add("sources", .ok, "\(counted(active.count, "source")), none blind or paused") }
    }

    private func gaps(_ session: any Session) throws {
        let open = try session.openGapCounts()
        if open.isEmpty { return report.add("gaps", .ok, "none is open") }
        let names = open.keys.sorted().map(\.name)
        report.add(
            "gaps", .warn,
            "\(counted(open.values.reduce(0, +), "gap")) being read back, of \(names.listed); "
                + "`ombud poll --backfill` hurries")
    }

    /// Later than this, visits do not keep up; and later than that, nobody makes them.
    private static let late: Duration = .seconds(60)
    private static let standstill: Duration = .seconds(3600)

    private func schedule(_ session: any Session, _ statuses: [SourceStatus]) throws {
        guard let due = try session.longestOverdue(now: now), now - due > Self.late else {
            return report.add("schedule", .ok, "no visit is overdue")
        }
        report.add(
            "schedule", now - due > Self.standstill ? .fail : .warn,
            "a visit is overdue by \(Times.distance(now - due)): the daemon does not run, or does not keep up "
                + "(`ombud plan`)")
    }
}

extension [String] {
    /// The first few, and how many more.
    fileprivate var listed: String {
        count <= 5 ? joined(separator: ", ") : "\(prefix(5).joined(separator: ", ")) and \(count - 5) more"
    }
}
