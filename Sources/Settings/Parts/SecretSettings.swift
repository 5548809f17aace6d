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
}

extension Section {
    /// The signing key of an endpoint; its text is never part of a message.
    func signingSecret(_ key: String, for owner: String, places: SecretPlaces) -> Secret? {
        guard let node = node(key) else { return nil }
        let text: String?
        let place: Place
        if case .map = node.value {
            guard let map = Section(node, .secret, in: document) else { return nil }
            (text, place) = map.storedSecret(for: owner, places: places)
        } else {
            place = self.place(of: key)
            text = scalar(
                of: node, called: "the secret of \(owner)", at: place,
                wanted: "{ file: PATH }, { credential: NAME } or { env: NAME }")
            if text != nil {
                document.warn(
                    place,
                    "the secret of \(owner) stands in the file for all to read; move it to { file: PATH }")
            }
        }
        guard let text else { return nil }
        if let wrong = signingFault(text) {
            document.fault(place, "the secret of \(owner) \(wrong)")
            return nil
        }
        return Secret(text)
    }

    private func storedSecret(for owner: String, places: SecretPlaces) -> (String?, Place) {
        let given = KeyTable.secret.keys.filter { has($0) }
        guard let way = given.first, given.count == 1 else {
            let found = given.isEmpty ? "no place" : quoted(given)
            document.fault(
                place, "the secret of \(owner) has \(found); one of file, credential or env is wanted")
            return (nil, place)
        }
        let place = place(of: way)
        guard let name = scalar(way, wanted: way == "file" ? "a path" : "a name") else { return (nil, place) }
        let text: String?
        switch way {
        case "file":
            text = read(Files.url(name, from: places.folder), owner, at: place, places)
        case "credential":
            text = credential(name, owner, at: place, places)
        default:
            text = places.environment[name]
            if text == nil {
                cannotRead(
                    "the secret of \(owner): the environment has no \(name); set it", at: place, places)
            }
        }
        return (text.map { $0.trimmed }, place)
    }

    private func credential(
        _ name: String, _ owner: String, at place: Place, _ places: SecretPlaces
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
                "the secret of \(owner): systemd gave this process no credentials; \(how) and start it by "
                + "systemd, or use { file: PATH }"
            if places.isService {
                cannotRead(message, at: place, places)
            } else {
                document.warn(place, message)
            }
            return nil
        }
        let file = URL(fileURLWithPath: folder).appending(path: name)
        guard FileManager.default.fileExists(atPath: file.path) else {
            cannotRead("the secret of \(owner): there is no credential `\(name)`; \(how)", at: place, places)
            return nil
        }
        return read(file, owner, at: place, places)
    }

    private func read(_ file: URL, _ owner: String, at place: Place, _ places: SecretPlaces) -> String? {
        do {
            let bytes = try Files.read(file, atMost: 10_000)
            if Files.isReadableByAll(file) {
                document.warn(
                    place, "the secret of \(owner) in \(file.path) can be read by all; chmod 640 it")
            }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                document.fault(
                    place, "the secret of \(owner) in \(file.path) is not text; `whsec_` and base64 is wanted"
                )
                return nil
            }
            return text
        } catch {
            cannotRead("the secret of \(owner) in \(file.path) \(error.why)", at: place, places)
            return nil
        }
    }

    private func cannotRead(_ message: String, at place: Place, _ places: SecretPlaces) {
        if places.areNeeded { document.fault(place, message) } else { document.warn(place, message) }
    }
}

/// What is wrong with a Standard Webhooks key and how to make one, nil when nothing is.
private func signingFault(_ text: String) -> String? {
    do {
        _ = try SigningKey(text)
        return nil
    } catch .wrongLength(let found, isSymmetric: false) {
        return SigningKey.Fault.wrongLength(found: found, isSymmetric: false).description
    } catch {
        return "\(error); make one with: printf 'whsec_%s' \"$(openssl rand -base64 32)\""
    }
}
