/// How a request says who asks and which way it goes: headers, credentials, proxy, certificates.
import Complaints
import Foundation

extension Section {
    /// Takes over what this map says; `none` takes back what ombud.yaml says.
    func grant(_ options: inout FetchOptions, secrets: SecretPlaces) {
        let headers = headers(secrets: secrets)
        let authorization = authorization(secrets: secrets)
        if let own = headers?.first(where: { $0.name.lowercased() == "authorization" }) {
            if has("auth"), !isNone("auth") {
                fault("auth", "`auth` and the header `\(own.name)` say the same thing twice; keep one")
            }
            options.authorization = nil
        }
        if has("auth") {
            options.authorization = authorization
            options.headers.removeAll { $0.name.lowercased() == "authorization" }
        }
        for header in headers ?? [] {
            let name = header.name.lowercased()
            if let index = options.headers.firstIndex(where: { $0.name.lowercased() == name }) {
                options.headers[index] = header
            } else {
                options.headers.append(header)
            }
        }
        if has("proxy") { options.proxy = isNone("proxy") ? nil : proxy(secrets: secrets) }
        if has("ca") { options.authorities = isNone("ca") ? nil : authorities(places: secrets) }
        if has("certificate") { options.certificate = certificate(secrets: secrets) }
    }

    private func headers(secrets: SecretPlaces) -> [FetchOptions.Header]? {
        guard let node = node("headers"), !node.isNull else { return nil }
        guard case .map(let entries) = node.value else {
            fault("headers", "`headers` is \(node.kind); a map such as { Accept-Language: pl } is wanted")
            return nil
        }
        var places: [String: Place] = [:]
        return entries.compactMap { entry in
            if let wrong = headerFault(entry.key) {
                document.fault(entry.keyPlace, "the header `\(entry.key)` \(wrong)")
                return nil
            }
            if let first = places.updateValue(entry.keyPlace, forKey: entry.key.lowercased()) {
                document.fault(
                    entry.keyPlace,
                    "the header `\(entry.key)` is given twice, first on line \(first.line); keep one")
                return nil
            }
            let kind = SecretKind(
                name: "the header `\(entry.key)`", fault: lineFault,
                isSecret: { _ in looksSecret(entry.key) },
                wanted: "text, { file: PATH }, { credential: NAME } or { env: NAME }")
            let place = entry.value.isNull ? entry.keyPlace : entry.value.place
            return document.secret(of: entry.value, at: place, kind, places: secrets).map {
                FetchOptions.Header(name: entry.key, value: $0)
            }
        }
    }

    private func authorization(secrets: SecretPlaces) -> FetchOptions.Authorization? {
        guard let node = node("auth"), !isNone("auth"), let map = Section(node, .auth, in: document) else {
            return nil
        }
        let given = KeyTable.auth.keys.filter { map.has($0) }
        guard given.count == 1 else {
            let found = given.isEmpty ? "says nothing" : "has \(quoted(given))"
            fault("auth", "`auth` \(found); one of `basic` and `bearer` is wanted")
            return nil
        }
        if given == ["bearer"] {
            let kind = SecretKind(name: "the token of `bearer`") { text in
                if text.lowercased().hasPrefix("bearer ") {
                    return "starts with `Bearer`; the token alone is wanted"
                }
                return text.contains(" ") ? "holds a space; a token has none" : lineFault(text)
            }
            return map.secret("bearer", kind, places: secrets).map { .bearer($0) }
        }
        guard let node = map.node("basic"), let basic = Section(node, .basic, in: document) else {
            return nil
        }
        basic.demand("user", "the name to log in with is wanted")
        basic.demand("password", "{ file: PATH }, { credential: NAME } or { env: NAME } is wanted")
        let user = basic.scalar("user", wanted: "a name")
        let password = basic.secret(
            "password", SecretKind(name: "the password of `basic`", fault: lineFault), places: secrets)
        if let user, user.contains(":") {
            basic.fault("user", "`user` holds a colon, which ends the name in HTTP; a name has none")
            return nil
        }
        guard let user, let password else { return nil }
        return .basic(user: user, password: password)
    }

    private func proxy(secrets: SecretPlaces) -> Secret? {
        let kind = SecretKind(
            name: "the proxy", fault: proxyFault, isSecret: { $0.contains("@") },
            wanted: "an address such as http://proxy.example:3128, or { file: PATH }")
        return secret("proxy", kind, places: secrets)
    }

    private func authorities(places: SecretPlaces) -> String? {
        guard let path = scalar("ca", wanted: "the path of a PEM file") else { return nil }
        let file = places.url(path)
        guard places.areRead else { return file.path }
        do {
            if !holds(try document.findings.bytes(of: file), "BEGIN CERTIFICATE") {
                fault("ca", "`ca` is \(file.path), which holds no certificate; a PEM file is wanted")
            }
        } catch {
            fault("ca", "`ca` is \(file.path), which \(error.why)")
        }
        return file.path
    }

    private func certificate(secrets: SecretPlaces) -> FetchOptions.ClientCertificate? {
        guard let node = node("certificate"), !isNone("certificate"),
            let map = Section(node, .certificate, in: document)
        else { return nil }
        map.demand("file", "the path of a PEM file with the certificate is wanted")
        let file = map.scalar("file", wanted: "the path of a PEM file").map { secrets.url($0) }
        let key = map.scalar("key", wanted: "the path of a PEM file").map { secrets.url($0) }
        let password = map.secret(
            "password", SecretKind(name: "the password of `certificate`"), places: secrets)
        guard let file else { return nil }
        if secrets.areRead {
            map.checkPEM("file", file, "BEGIN CERTIFICATE", "certificate", places: secrets)
            let bytes = map.checkPEM(
                key == nil ? "file" : "key", key ?? file, "PRIVATE KEY", "private key", places: secrets)
            if let bytes, !map.has("password"),
                holds(bytes, "BEGIN ENCRYPTED") || holds(bytes, "Proc-Type: 4,ENCRYPTED")
            {
                map.fault(
                    key == nil ? "file" : "key",
                    "the key in \((key ?? file).path) is encrypted; give its `password`")
            }
        }
        return FetchOptions.ClientCertificate(certificate: file.path, key: key?.path, password: password)
    }

    /// The bytes when they are what they should be.
    @discardableResult
    private func checkPEM(
        _ key: String, _ file: URL, _ mark: String, _ what: String, places: SecretPlaces
    ) -> Data? {
        do {
            let bytes = try document.findings.bytes(of: file)
            if holds(bytes, mark) { return bytes }
            fault(key, "`\(key)` is \(file.path), which holds no \(what); a PEM file is wanted")
        } catch {
            document.cannotRead("`\(key)` is \(file.path), which \(error.why)", at: place(of: key), places)
        }
        return nil
    }
}

private func holds(_ bytes: Data, _ text: String) -> Bool { bytes.range(of: Data(text.utf8)) != nil }

/// Whether a header of that name usually carries a secret.
func looksSecret(_ header: String) -> Bool {
    let name = header.lowercased()
    return ["authorization", "token", "secret", "password", "key", "session"].contains { name.contains($0) }
}
