/// Where secrets come from: a file, a systemd credential, an environment variable; at worst, the text itself.
import Complaints
import Foundation

/// What reading a secret needs to know of the process.
struct SecretPlaces {
    /// Relative paths start here.
    let folder: URL
    let environment: [String: String]
    /// false makes a secret that cannot be read a warning.
    let areNeeded: Bool
    /// false where a person checks by hand: systemd's credentials are not to be seen there.
    let isService: Bool
    /// false where nothing is read: what is switched off needs no secret yet.
    var areRead = true

    var unread: SecretPlaces {
        var places = self
        places.areRead = false
        return places
    }

    /// For text from anywhere: no file or variable that it names is read.
    static let closed = SecretPlaces(
        folder: URL(fileURLWithPath: "/"), environment: [:], areNeeded: false, isService: false,
        areRead: false)

    /// A path as written; a relative one starts at the config folder.
    func url(_ path: String) -> URL { Files.url(path, from: folder) }
}

/// One secret of the settings: how messages call it, and what it has to be.
struct SecretKind {
    /// `the secret of endpoint `desk``.
    let name: String
    /// What is wrong with its text, the end of a sentence that starts with the name and never holds the
    /// text; nil when nothing is.
    var fault: (String) -> String? = { _ in nil }
    /// Whether a text that stands in the settings for all to read is worth a warning.
    var isSecret: (String) -> Bool = { _ in true }
    var wanted = "{ file: PATH }, { credential: NAME } or { env: NAME }"
}

extension Section {
    /// A value that may be a secret; its text is never part of a message.
    func secret(_ key: String, _ kind: SecretKind, places: SecretPlaces) -> Secret? {
        node(key).flatMap { document.secret(of: $0, at: place(of: key), kind, places: places) }
    }
}

extension Document {
    /// The text itself, or where it is kept.
    func secret(of node: Node, at place: Place, _ kind: SecretKind, places: SecretPlaces) -> Secret? {
        if case .map = node.value {
            return Section(node, .secret, in: self)?.storedSecret(kind, places: places)
        }
        let text = plainText(of: node, called: kind.name, at: place, wanted: kind.wanted)
        if let text, kind.isSecret(text) {
            warn(place, "\(kind.name) stands in the file for all to read; move it to { file: PATH }")
        }
        return text.flatMap { checked($0, kind, at: place) }
    }

    fileprivate func checked(_ text: String, _ kind: SecretKind, at place: Place) -> Secret? {
        if let wrong = kind.fault(text) {
            fault(place, "\(kind.name) \(wrong)")
            return nil
        }
        return Secret(text)
    }
}

extension Section {
    /// What a map of file, credential or env leads to.
    func storedSecret(_ kind: SecretKind, places: SecretPlaces) -> Secret? {
        let (text, place) = storedText(kind, places: places)
        return text.flatMap { document.checked($0, kind, at: place) }
    }

    private func storedText(_ kind: SecretKind, places: SecretPlaces) -> (String?, Place) {
        let given = KeyTable.secret.keys.filter { has($0) }
        guard let way = given.first, given.count == 1 else {
            let found = given.isEmpty ? "no place" : quoted(given)
            document.fault(place, "\(kind.name) has \(found); one of file, credential or env is wanted")
            return (nil, place)
        }
        let place = place(of: way)
        guard let name = scalar(way, wanted: way == "file" ? "a path" : "a name"), places.areRead else {
            return (nil, place)
        }
        let text: String?
        switch way {
        case "file":
            text = read(places.url(name), kind.name, at: place, places)
        case "credential":
            text = credential(name, kind.name, at: place, places)
        default:
            text = places.environment[name]
            if text == nil {
                document.cannotRead(
                    "\(kind.name): the environment has no \(name); set it", at: place, places)
            }
        }
        return (text.map { $0.trimmed }, place)
    }

    private func credential(
        _ name: String, _ what: String, at place: Place, _ places: SecretPlaces
    )
        -> String?
    {
        guard !name.contains("/"), name != ".", name != ".." else {
            document.fault(place, "`\(name)` is a path; a credential is named without slashes")
            return nil
        }
        let how = "add `LoadCredential=\(name):PATH` to the unit (`systemctl edit ombud`)"
        guard let folder = places.environment["CREDENTIALS_DIRECTORY"] else {
            let message =
                "\(what): systemd gave this process no credentials; \(how) and start it by systemd, or use "
                + "{ file: PATH }"
            if places.isService {
                document.cannotRead(message, at: place, places)
            } else {
                document.findings.unreadSecrets += 1
                document.warn(place, message)
            }
            return nil
        }
        let file = URL(fileURLWithPath: folder).appending(path: name)
        guard FileManager.default.fileExists(atPath: file.path) else {
            document.cannotRead("\(what): there is no credential `\(name)`; \(how)", at: place, places)
            return nil
        }
        return read(file, what, at: place, places)
    }

    private func read(_ file: URL, _ what: String, at place: Place, _ places: SecretPlaces) -> String? {
        do {
            let bytes = try document.findings.bytes(of: file, atMost: 10_000)
            if Files.isReadableByAll(file) {
                document.warn(place, "\(what) in \(file.path) can be read by all; chmod 640 it")
            }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                document.fault(place, "\(what) in \(file.path) is not text; save the file as UTF-8")
                return nil
            }
            return text
        } catch {
            document.cannotRead("\(what) in \(file.path) \(error.why)", at: place, places)
            return nil
        }
    }
}

extension Document {
    /// A fault for what needs the secret, a warning for the others.
    func cannotRead(_ message: String, at place: Place, _ places: SecretPlaces) {
        guard !places.areNeeded else { return fault(place, message) }
        findings.unreadSecrets += 1
        warn(place, message)
    }
}
