import CCurl
import Complaints

/// The way to the host: proxy, address family, whom to trust and what to show of ourselves.
extension EasyHandle {
    /// A reason when there is no such way.
    func setRoute(_ hop: Hop) -> String? {
        let options = hop.request.options
        // Said even when there is none: libcurl would look into the environment.
        set(CURLOPT_PROXY, "")
        set(CURLOPT_NOPROXY, "")
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        if let authorities = options.authorities {
            set(CURLOPT_CAINFO, authorities)
            set(CURLOPT_CAPATH, nil)
        }
        switch options.family {
        case .any: break
        case .ipv4: set(CURLOPT_IPRESOLVE, Int(CURL_IPRESOLVE_V4))
        case .ipv6: set(CURLOPT_IPRESOLVE, Int(CURL_IPRESOLVE_V6))
        }
        if hop.isAtHome, let certificate = options.certificate { setCertificate(certificate) }
        return options.proxy.flatMap { setProxy($0.value, authorities: options.authorities) }
    }

    func setCertificate(_ certificate: FetchOptions.ClientCertificate) {
        set(CURLOPT_SSLCERTTYPE, "PEM")
        set(CURLOPT_SSLCERT, certificate.certificate)
        set(CURLOPT_SSLKEY, certificate.key ?? certificate.certificate)
        // Said even when there is none: OpenSSL would ask on the terminal.
        set(CURLOPT_KEYPASSWD, certificate.password?.value ?? "")
    }

    /// The host's name is always left to the proxy to resolve, so `socks5` is taken as `socks5h`: an
    /// address that we looked up ourselves would not be checked by anyone.
    private func setProxy(_ proxy: String, authorities: String?) -> String? {
        guard let colon = proxy.utf8.firstIndex(of: UInt8(ascii: ":")) else { return Self.badProxy }
        let rest = proxy[colon...]
        switch proxy[..<colon].lowercased() {
        case "http": set(CURLOPT_PROXY, "http" + rest)
        case "https": set(CURLOPT_PROXY, "https" + rest)
        case "socks5", "socks5h": set(CURLOPT_PROXY, "socks5h" + rest)
        default: return Self.badProxy
        }
        set(CURLOPT_PROXYAUTH, Self.basic)
        set(CURLOPT_HEADEROPT, Int(CURLHEADER_SEPARATE))
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        set(CURLOPT_PROXY_SSL_VERIFYPEER, 1)
        set(CURLOPT_PROXY_SSL_VERIFYHOST, 2)
        if let authorities {
            set(CURLOPT_PROXY_CAINFO, authorities)
            set(CURLOPT_PROXY_CAPATH, nil)
        }
        return nil
    }

    /// `CURLAUTH_BASIC`, a macro with a cast, which Swift does not see.
    private static let basic = 1

    private static let badProxy = "its proxy is not an http, https, socks5 or socks5h URL"
}

extension Hop {
    var isProxied: Bool { request.options.proxy != nil }

    /// Why a connection to `address` must not be made or used. A proxy's own address is the operator's
    /// choice, so it is not held to the policy; what it leads to is, as far as `literalRefusal` sees.
    func refusal(ofPeer address: IPAddress) -> String? {
        isProxied ? nil : request.addresses.refusal(of: address)
    }

    /// Why the host must not be asked for through a proxy: it resolves names where we cannot see what
    /// they mean, but a host written as an address, or `localhost`, is held to the policy here.
    var literalRefusal: TransportFailure.Reason? {
        guard isProxied, let address = url.literalAddress,
            let why = request.addresses.refusal(of: address)
        else { return nil }
        return .addressRefused(address: address.description, why: why)
    }
}
