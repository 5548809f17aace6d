/// How endpoints are written: where alerts go.
import Complaints

extension Section {
    /// nil, with faults, without a usable name or URL.
    /// - Parameter addresses: what is open for all, of `fetch`.
    func endpoint(places: SecretPlaces, addresses: AddressPolicy) -> Endpoint? {
        demand("name", "a name is wanted, by which routes send to it")
        let name = plainName("name")
        let isEnabled = fact("enabled") ?? true
        let isInsecure = fact("insecure") ?? false
        let owner = "endpoint `\(name ?? "?")`"
        let known: AlertForm.Name? = has("format") ? choice("format") : .cloudEvents
        // What is switched off needs no secret yet.
        let places = isEnabled ? places : places.unread
        let hasReader = known?.hasReader ?? true
        let reader = hasReader ? reader() : .usual
        let quiet = quietSettings(
            zone: hasReader && has("zone") ? reader.zone : nil,
            language: hasReader && has("language") ? reader.language.rawValue : nil)
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
        if known == .alertmanager { refuseQuiet() }
        if url?.isEmpty == false { checkReach(of: endpoint, owner: owner, addresses) }
        return name == nil || url == nil || form == nil ? nil : endpoint
    }

    /// A sum of many alerts fires none of them there.
    private func refuseQuiet() {
        for key in KeyTable.quietKeys where node(key).map({ !$0.isNull }) ?? false {
            fault(
                key,
                "the format alertmanager has no `\(key)`: what is told in sum fires nothing there; Alertmanager "
                    + "groups, repeats and mutes by its own settings")
        }
    }

    /// What will never be reached is told before alerts wait for it. A name is not resolved here.
    private func checkReach(of endpoint: Endpoint, owner: String, _ addresses: AddressPolicy) {
        guard endpoint.isEnabled, let address = endpoint.literalAddress,
            let why = endpoint.addresses(over: addresses).refusal(of: address)
        else { return }
        let text = "nothing can be delivered to \(owner): its address is \(why)"
        switch address.addressClass {
        // Nobody is there today; who knows of tomorrow.
        case .documentation, .reserved: warn("url", text)
        default: fault("url", text)
        }
    }
}
