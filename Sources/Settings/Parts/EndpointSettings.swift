/// How endpoints are written: where alerts go.
import Complaints

extension Section {
    /// nil, with faults, without a usable name or URL.
    func endpoint(places: SecretPlaces) -> Endpoint? {
        demand("name", "a name is wanted, by which routes send to it")
        let name = plainName("name")
        let isEnabled = fact("enabled") ?? true
        let isInsecure = fact("insecure") ?? false
        let timeout = duration("timeout", such: "20s", atLeast: .milliseconds(1))
        let retry = retry()
        let owner = "endpoint `\(name ?? "?")`"
        let known: AlertForm.Name? = has("format") ? choice("format") : .cloudEvents
        // What is switched off needs no secret yet.
        let places = isEnabled ? places : places.unread
        let reader = reader()
        let quiet = quietSettings(
            zone: has("zone") ? reader.zone : nil, language: has("language") ? reader.language.rawValue : nil)
        var access = FetchOptions()
        grant(&access, secrets: places)
        var url: String?
        var form: AlertForm?
        if let known {
            url = endpointAddress(of: known, owner: owner, isInsecure: isInsecure, places: places)
            form = alertForm(named: known, of: owner, places: places)
        }
        var secret: Secret?
        if isEnabled { secret = signingSecret("secret", for: owner, places: places) }
        if !has("secret"), name != nil, known == .cloudEvents {
            document.warn(place, "\(owner) has no `secret`; its alerts go out unsigned")
        }
        guard let name, let url, let form else { return nil }
        var endpoint = Endpoint(
            name: name, url: url, secret: secret, retry: retry ?? Endpoint.defaultRetry,
            timeout: timeout ?? .seconds(20), isEnabled: isEnabled, form: form, reader: reader,
            access: access,
            isInsecure: isInsecure)
        endpoint.quiet = quiet
        return endpoint
    }

    private func retry() -> [Duration]? {
        texts("retry", of: "durations such as [5s, 5m, 30m]")?.compactMap { text, place in
            duration(text, called: "an entry of `retry`", at: place, such: "5m")
        }
    }
}
