/// Walks the folders of a configuration, file by file.
import Complaints
import Foundation

struct Loader {
    let folder: URL
    let findings: Findings

    /// The map of `ombud.yaml`; an empty file is an empty map.
    func root() -> Section? {
        let file = folder.appending(path: "ombud.yaml")
        let document = Document(file: Files.shown(file), findings: findings)
        do {
            return document.section(try Files.read(file, atMost: Text.mostBytes), .ombud, emptyIsFine: true)
        } catch .missing {
            document.fault(
                .start,
                "there is no such file; a config folder holds ombud.yaml, and --config names another folder")
        } catch {
            document.fault(.start, "the file \(error.why)")
        }
        return nil
    }

    /// By name; nil for one whose file is faulty.
    func calendars() -> [String: WorkingCalendar?] {
        var calendars: [String: WorkingCalendar?] = [:]
        each(in: folder.appending(path: "calendars"), .calendar, twice: "calendar") { name, section in
            calendars.updateValue(section?.calendar(named: name), forKey: name)
        }
        return calendars
    }

    /// The clock that each statute pack gives; nil for one whose file is faulty.
    func statutes() -> [String: ClockRule?] {
        var statutes: [String: ClockRule?] = [:]
        each(in: folder.appending(path: "policies/statutes"), .statute, twice: "statute") { name, section in
            statutes.updateValue(section?.statute(named: name), forKey: name)
        }
        return statutes
    }

    /// The policies, and all names that a watchlist may use, those of faulty files too.
    func policies(
        calendars: [String: WorkingCalendar?], statutes: [String: ClockRule?]
    ) -> (values: [String: Policy], names: Set<String>) {
        var values: [String: Policy] = ["default": .standard]
        var names: Set<String> = ["default"]
        var files: [String: String] = [:]
        each(in: folder.appending(path: "policies"), .policy, twice: "policy") { base, section in
            guard let section else {
                names.insert(base)
                return
            }
            let policy = section.policy(named: base, calendars: calendars, statutes: statutes)
            let name = policy?.name ?? base
            names.insert(name)
            if let first = files[name] {
                section.fault("name", "the policy `\(name)` is given twice, first in \(first); rename one")
            }
            files[name] = files[name] ?? section.document.file
            if let policy { values[name] = policy }
        }
        return (values, names)
    }

    func usualWatchlistFolder() -> URL {
        let inside = folder.appending(path: "watchlists")
        return Files.isFolder(inside)
            ? inside : folder.deletingLastPathComponent().appending(path: "watchlists")
    }

    /// `neighbours` comes without sites and goes with what the sources said.
    /// - Parameter trial: a file that is read instead of those that it is another version of.
    func watchlists(
        in folder: URL, trying trial: URL? = nil, among neighbours: inout Neighbours
    ) -> [Watchlist] {
        var sites: [String: Rule?] = [:]
        each(in: folder.appending(path: "sites"), .site, twice: "site") { base, section in
            let name = section?.plainName("name") ?? base
            if sites[name] != nil, let section {
                section.fault("name", "the site `\(name)` is given twice; rename one")
            }
            if let section, section.has("comment") { _ = section.scalar("comment", wanted: "text") }
            sites.updateValue(section?.rule(), forKey: name)
        }
        neighbours.sites = sites
        var watchlists: [Watchlist] = []
        let tried = trial.flatMap { section(of: $0, .watchlist) }
        if let watchlist = tried?.watchlist(among: &neighbours) { watchlists.append(watchlist) }
        each(in: folder, .watchlist, twice: "watchlist", but: trial) { _, section in
            if let tried, section?.isVersion(of: tried) == true { return }
            if let watchlist = section?.watchlist(among: &neighbours) { watchlists.append(watchlist) }
        }
        if watchlists.allSatisfy({ $0.sources.allSatisfy { !$0.isEnabled } }) {
            findings.warn(
                Fault(
                    file: Files.shown(folder),
                    message: watchlists.isEmpty
                        ? "no watchlist here; nothing is polled until there is one"
                        : "every source is switched off; nothing is polled until one is `enabled: true`"))
        }
        return watchlists
    }

    private func section(of file: URL, _ table: KeyTable) -> Section? {
        let document = Document(file: Files.shown(file), findings: findings)
        do {
            return document.section(try Files.read(file, atMost: Text.mostBytes), table)
        } catch {
            document.fault(.start, "the file \(error.why)")
            return nil
        }
    }

    /// Every YAML file of a folder, by its base name; nil stands for a file that cannot be read as a map.
    private func each(
        in folder: URL, _ table: KeyTable, twice what: String, but left: URL? = nil,
        _ body: (String, Section?) -> Void
    ) {
        let files: [URL]
        do {
            files = try Files.yaml(in: folder)
        } catch {
            findings.add(Fault(file: Files.shown(folder), message: "the folder \(error.why)"))
            return
        }
        var seen: [String: String] = [:]
        for file in files where file.standardizedFileURL.path != left?.standardizedFileURL.path {
            let document = Document(file: Files.shown(file), findings: findings)
            let name = baseName(file.lastPathComponent)
            if let first = seen[name] {
                document.fault(.start, "the \(what) `\(name)` has two files, this and \(first); rename one")
                continue
            }
            seen[name] = document.file
            do {
                body(name, document.section(try Files.read(file, atMost: Text.mostBytes), table))
            } catch {
                document.fault(.start, "the file \(error.why)")
                body(name, nil)
            }
        }
    }
}

extension Section {
    /// Whether both watch for one subject or poll one source; what is faulty about them is told elsewhere.
    fileprivate func isVersion(of other: Section) -> Bool {
        subjectName == other.subjectName || !sourceNames.isDisjoint(with: other.sourceNames)
    }

    private var subjectName: String? { node("subject")?.text }

    private var sourceNames: Set<String> {
        guard case .list(let nodes) = node("sources")?.value else { return [] }
        return Set(nodes.compactMap { $0.member("name")?.text })
    }
}

extension Node {
    fileprivate var text: String? {
        if case .scalar(let text, _) = value { text } else { nil }
    }

    fileprivate func member(_ key: String) -> Node? {
        guard case .map(let entries) = value else { return nil }
        return entries.first { $0.key == key }?.value
    }
}

extension Document {
    /// The bytes of a file as the map that it has to be.
    func section(_ bytes: Data, _ table: KeyTable, emptyIsFine: Bool = false) -> Section? {
        let before = findings.faults.count
        if let root = readYAML(bytes, in: self) {
            if emptyIsFine && root.isNull {
                return Section(Node(place: .start, value: .map([])), table, in: self)
            }
            return Section(root, table, in: self)
        }
        guard findings.faults.count == before else { return nil }
        if emptyIsFine { return Section(Node(place: .start, value: .map([])), table, in: self) }
        fault(.start, "the file is empty; \(table.noun) with \(quoted(table.keys)) is wanted")
        return nil
    }
}
