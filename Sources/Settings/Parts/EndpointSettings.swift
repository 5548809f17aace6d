/// How endpoints are written: where alerts go.
import Complaints

extension Section {
    /// nil, with faults, without a usable name or URL.
    func endpoint(places: SecretPlaces) -> Endpoint? {
        demand("name", "a name is wanted, by which routes send to it")
        let name = plainName("name")
        let isEnabled = fact("enabled") ?? true
        let isInsecure = fact("insecure") ?? false
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
        let keys = isEnabled ? signingKeys(for: owner, places: places) : []
        if !has("secret"), name != nil, known == .cloudEvents {
            document.warn(place, "\(owner) has no `secret`; its alerts go out unsigned")
        }
        var endpoint = Endpoint(
            name: name ?? "", url: url ?? "", isEnabled: isEnabled, form: form ?? .cloudEvents,
            reader: reader,
            access: access, isInsecure: isInsecure)
        endpoint.keys = keys
        endpoint.quiet = quiet
        readDelivery(into: &endpoint)
        if endpoint.isAskedFirst, known == .email || known == .command {
            fault("handshake", "\(owner) cannot be asked with OPTIONS: it is not reached over HTTP")
        }
        return name == nil || url == nil || form == nil ? nil : endpoint
    }
}
