import Foundation
import Reading
import Settings

/// The folder that `ombud init` writes into: new, or with what an installation put there.
struct InitFolder {
    let url: URL
    /// nil where there is no `ombud.yaml` yet.
    private let existing: Configuration?

    struct Written {
        var created: [String] = []
        var changed: [String] = []
        var kept: [String] = []
    }

    /// - Throws: `Faults` of settings that are there: a first watchlist beside them would prove nothing.
    init(url: URL) throws {
        self.url = url
        existing =
            FileManager.default.fileExists(atPath: url.appending(path: "ombud.yaml").path)
            ? try Self.load(url, isService: true) : nil
    }

    private static func load(_ folder: URL, isService: Bool) throws -> Configuration {
        try loadConfiguration(
            folder: folder, environment: ProcessInfo.processInfo.environment, needsSecrets: false,
            isService: isService, selectorFault: { selectorFault($0) })
    }

    /// That of the settings; a folder beside them only where watchlists are there already.
    private var watchlists: URL {
        let inside = url.appending(path: "watchlists")
        guard let existing else { return inside }
        let beside = url.deletingLastPathComponent().appending(path: "watchlists")
        let isBeside = existing.watchlistFolder.standardizedFileURL.path == beside.standardizedFileURL.path
        return isBeside && existing.watchlists.isEmpty ? inside : existing.watchlistFolder
    }

    /// Whether nobody wrote yet how people can be reached.
    var wantsContact: Bool { existing.map { $0.userAgent == Configuration.defaultUserAgent } ?? true }

    /// All of it is there afterwards, or nothing.
    func write(_ answers: FirstAnswers, store: String?) throws -> Written {
        var written = Written()
        let settings = url.appending(path: "ombud.yaml")
        let (folder, isNew) = (watchlists, existing == nil)
        let watchlist = folder.appending(path: answers.fileName + ".yaml")
        guard !FileManager.default.fileExists(atPath: watchlist.path) else {
            throw Failure(
                .failed,
                "\(watchlist.path) is there already, and nothing is overwritten; add sources to it with an editor"
            )
        }
        try refuseOther(answers, store: store)
        var before: String?
        do {
            try make(folder)
            let taken = Set(existing?.allSources.map(\.id.name) ?? [])
            try place(answers.watchlist(besides: taken), at: watchlist)
            written.created.append(watchlist.path)
            if isNew {
                let isSystem = url.path == "/etc/ombud"
                try place(
                    answers.settings(
                        store: store ?? (isSystem ? "sqlite:/var/lib/ombud/ombud.db" : "sqlite:ombud.db"),
                        listen: isSystem ? "127.0.0.1:8377" : "off"), at: settings)
                written.created.insert(settings.path, at: 0)
            } else {
                let text = try String(contentsOf: settings, encoding: .utf8)
                if let mended = answers.withContact(text) {
                    before = text
                    try overwrite(settings, with: mended)
                    written.changed.append(settings.path)
                } else {
                    written.kept.append(settings.path)
                }
            }
            _ = try Self.load(url, isService: false)
        } catch {
            for path in written.created { unlink(path) }
            if let before { try overwrite(settings, with: before) }
            throw error
        }
        return written
    }

    /// What was asked for and would not be done is no success.
    private func refuseOther(_ answers: FirstAnswers, store: String?) throws {
        guard let existing else { return }
        let file = url.appending(path: "ombud.yaml").path
        if let store {
            // It would be written into the file, and is meant from there.
            let path =
                store.hasPrefix("sqlite:")
                ? URL(fileURLWithPath: String(store.dropFirst(7)), relativeTo: url) : nil
            let wanted = try loadStoreLocation(
                folder: url, override: path.map { "sqlite:\($0.path)" } ?? store)
            guard wanted == existing.store else {
                throw Failure(
                    .failed,
                    "\(file) is there already with the store \(existing.store), and nothing is overwritten; leave "
                        + "--store away, or change `store` with an editor")
            }
        }
        if let contact = answers.contact, !wantsContact, !existing.userAgent.contains(contact) {
            throw Failure(
                .failed,
                "\(file) is there already with the user-agent \(existing.userAgent), and nothing is overwritten; "
                    + "leave --contact away, or change `user-agent` with an editor")
        }
    }

    private func make(_ folder: URL) throws {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw Failure(.unreachable, "\(folder.path) cannot be made: \(error.localizedDescription)")
        }
    }

    /// A file that another one made meanwhile is not overwritten either.
    private func place(_ text: String, at file: URL) throws {
        let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw Failure(.unreachable, "\(file.path) cannot be written: \(String(cString: strerror(errno)))")
        }
        try FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).write(contentsOf: Data(text.utf8))
    }

    /// In place, so that owner and mode stay.
    private func overwrite(_ file: URL, with text: String) throws {
        do {
            try Data(text.utf8).write(to: file)
        } catch {
            throw Failure(.unreachable, "\(file.path) cannot be written: \(error.localizedDescription)")
        }
    }
}
