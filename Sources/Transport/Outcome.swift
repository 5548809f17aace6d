import CCurl
import Complaints

/// What to say of a transfer that libcurl has ended: an answer, or the reason why there is none.
extension Transfer {
    /// Called before `detach`.
    func result(_ code: CURLcode) -> Result<Answer, TransportFailure> {
        guard let easy else { return .failure(TransportFailure(host: hop.url.host, reason: .cancelled)) }
        if let reason = failure(code, easy) {
            return .failure(TransportFailure(host: hop.url.host, reason: reason))
        }
        return .success(answer(easy))
    }

    private func answer(_ easy: EasyHandle) -> Answer {
        let timings = Timings(
            lookup: .microseconds(easy.offset(CURLINFO_NAMELOOKUP_TIME_T)),
            connect: .microseconds(easy.offset(CURLINFO_CONNECT_TIME_T)),
            tls: .microseconds(easy.offset(CURLINFO_APPCONNECT_TIME_T)),
            firstByte: .microseconds(easy.offset(CURLINFO_STARTTRANSFER_TIME_T)),
            total: .microseconds(easy.offset(CURLINFO_TOTAL_TIME_T)),
            reusedConnection: easy.long(CURLINFO_NUM_CONNECTS) == 0)
        let status = easy.long(CURLINFO_RESPONSE_CODE)
        // Behind a proxy libcurl knows the proxy's address alone.
        let address = hop.isProxied ? nil : easy.text(CURLINFO_PRIMARY_IP).flatMap { IPAddress($0) }
        return Answer(
            status: status, head: head, body: body, timings: timings, address: address,
            cookies: hop.request.options.keepsCookies ? easy.cookies() : [],
            exchange: capture.map { capture in
                Exchange(
                    url: hop.url.href, requestHead: capture.requestHead, responseHead: head,
                    body: capture.body(read: body), status: status, address: address)
            })
    }

    /// libcurl's own sentence, or its name for the code.
    private func words(_ code: CURLcode) -> String {
        // libcurl ends the text with a zero inside CURL_ERROR_SIZE bytes, or never wrote any.
        if let errorText, errorText.pointee != 0 { return String(cString: errorText) }
        // A constant string of libcurl's.
        return curl_easy_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
    }

    private func failure(_ code: CURLcode, _ easy: EasyHandle) -> TransportFailure.Reason? {
        if hop.request.isHeadEnough, headIsComplete, easy.long(CURLINFO_RESPONSE_CODE) >= 200 { return nil }
        if let stopped { return stopped }
        if hop.isProxied, let reason = proxyFailure(code, easy) { return reason }
        switch code {
        case CURLE_OK: return nil
        case CURLE_COULDNT_RESOLVE_HOST: return .nameNotResolved
        case CURLE_COULDNT_CONNECT: return refused ?? .connectFailed(words(code))
        case CURLE_OPERATION_TIMEDOUT: return refused ?? timeout(easy)
        case CURLE_PARTIAL_FILE, CURLE_HTTP2_STREAM, CURLE_HTTP2:
            return headIsComplete ? .cutOff(received: body.count) : .reset(words(code))
        case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR: return .reset(words(code))
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: return .notHTTP(words(code))
        case CURLE_BAD_CONTENT_ENCODING: return .badEncoding(words(code))
        // Nothing is written to a disk here: what could not be taken is what the decoder got.
        case CURLE_WRITE_ERROR: return .badEncoding("it is not what Content-Encoding says")
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_INVALIDCERTSTATUS, CURLE_USE_SSL_FAILED:
            return .tls(words(code))
        default: return .other(words(code))
        }
    }

    /// libcurl's sentence on a name would repeat the proxy's URL, which may hold a password.
    private func proxyFailure(_ code: CURLcode, _ easy: EasyHandle) -> TransportFailure.Reason? {
        switch code {
        case CURLE_COULDNT_RESOLVE_PROXY: return .proxyFailed("its name has no address")
        case CURLE_COULDNT_CONNECT, CURLE_PROXY: return .proxyFailed(words(code))
        case CURLE_RECV_ERROR where easy.long(CURLINFO_HTTP_CONNECTCODE) >= 300:
            return .proxyFailed(words(code))
        default: return nil
        }
    }

    /// libcurl has one code for each of its times: whichever was over is told by how long it took.
    private func timeout(_ easy: EasyHandle) -> TransportFailure.Reason {
        let stage = stage(easy)
        let total = Duration.microseconds(easy.offset(CURLINFO_TOTAL_TIME_T)) + .milliseconds(5)
        if total < hop.timeout, stage != .body, stage != .answer { return .connectTimeout(stage) }
        return .timeout(stage)
    }

    private func stage(_ easy: EasyHandle) -> TransportFailure.Stage {
        if easy.offset(CURLINFO_STARTTRANSFER_TIME_T) > 0 || headIsComplete { return .body }
        if easy.offset(CURLINFO_PRETRANSFER_TIME_T) > 0 { return .answer }
        // libcurl counts the TLS handshake as connecting, but knows the address once TCP is connected.
        let isConnected = easy.text(CURLINFO_PRIMARY_IP)?.isEmpty == false
        if isConnected { return hop.url.scheme == "https" ? .tls : .answer }
        return easy.offset(CURLINFO_NAMELOOKUP_TIME_T) > 0 ? .connect : .lookup
    }
}
