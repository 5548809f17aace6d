import CCurl
import Complaints
import Synchronization

/// One exchange while it is under way: what its callbacks have gathered, and who waits for it.
///
/// Made by the caller, who touches `waiter` alone, under its lock; the rest is the reactor thread's:
/// libcurl calls back only inside `curl_multi_perform`, which runs there.
final class Transfer: @unchecked Sendable {
    // unchecked: handed from the caller to the reactor through the lock of its inbox.
    let hop: Hop
    private(set) var easy: EasyHandle?
    private let waiter = Mutex(Waiter.none)
    /// Keeps this object alive while libcurl holds its address.
    private var selfForCurl: Unmanaged<Transfer>?
    /// Where libcurl writes its own words about an error; allocated while attached.
    private var errorText: UnsafeMutablePointer<CChar>?

    var head: [UInt8] = []
    var headIsComplete = false
    var body: [UInt8] = []
    /// Set by a callback that stops the transfer, and says more than libcurl's code would.
    var stopped: TransportFailure.Reason?
    var refused: TransportFailure.Reason?

    init(_ hop: Hop) { self.hop = hop }

    private enum Waiter: Sendable {
        case none
        case waiting(CheckedContinuation<Result<Answer, TransportFailure>, Never>)
        case finished(Result<Answer, TransportFailure>)
    }

    var isFinished: Bool {
        waiter.withLock { if case .finished = $0 { true } else { false } }
    }

    /// A transfer that was cancelled before anyone waited resumes its waiter at once.
    func setContinuation(_ continuation: CheckedContinuation<Result<Answer, TransportFailure>, Never>) {
        let early: Result<Answer, TransportFailure>? = waiter.withLock { waiter in
            if case .finished(let result) = waiter { return result }
            waiter = .waiting(continuation)
            return nil
        }
        if let early { continuation.resume(returning: early) }
    }

    func finish(_ reason: TransportFailure.Reason) {
        finish(.failure(TransportFailure(host: hop.url.host, reason: reason)))
    }

    /// The first result counts: a cancelled transfer may still be ended by something else.
    func finish(_ result: Result<Answer, TransportFailure>) {
        let continuation: CheckedContinuation<Result<Answer, TransportFailure>, Never>? = waiter.withLock {
            waiter in
            defer { if case .finished = waiter {} else { waiter = .finished(result) } }
            if case .waiting(let continuation) = waiter { return continuation }
            return nil
        }
        continuation?.resume(returning: result)
    }

    /// Sets every option on a fresh handle; a reason when the request cannot be sent at all.
    func attach(to easy: EasyHandle) -> String? {
        self.easy = easy
        // libcurl gets the address of this object for its callbacks; retained until `detach`, which
        // runs after the handle has left the multi handle, when no callback can come any more.
        let box = Unmanaged.passRetained(self)
        selfForCurl = box
        let text = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
        text.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        errorText = text
        easy.set(CURLOPT_ERRORBUFFER, pointer: text)
        easy.set(CURLOPT_PRIVATE, pointer: box.toOpaque())
        easy.setCallbacks(box.toOpaque())
        return easy.configure(for: hop)
    }

    /// Gives up the handle; it must have left the multi handle.
    func detach() {
        easy?.set(CURLOPT_PRIVATE, pointer: nil)
        easy?.set(CURLOPT_ERRORBUFFER, pointer: nil)
        easy = nil
        errorText?.deallocate()
        errorText = nil
        selfForCurl?.release()
        selfForCurl = nil
    }

    static func attached(to easy: EasyHandle) -> Transfer? { attached(to: easy.pointer) }

    static func attached(to easy: UnsafeMutableRawPointer) -> Transfer? {
        var value: UnsafeMutableRawPointer?
        _ = ombud_easy_get_pointer(easy, CURLINFO_PRIVATE, &value)
        // PRIVATE is set in `attach` to a retained Transfer and cleared in `detach`, or never set.
        return value.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// What to say of a transfer that libcurl ended with `code`; called before `detach`.
    func result(_ code: CURLcode) -> Result<Answer, TransportFailure> {
        guard let easy else { return .failure(TransportFailure(host: hop.url.host, reason: .cancelled)) }
        if let reason = failure(code, easy) {
            return .failure(TransportFailure(host: hop.url.host, reason: reason))
        }
        let timings = Timings(
            lookup: .microseconds(easy.offset(CURLINFO_NAMELOOKUP_TIME_T)),
            connect: .microseconds(easy.offset(CURLINFO_CONNECT_TIME_T)),
            tls: .microseconds(easy.offset(CURLINFO_APPCONNECT_TIME_T)),
            firstByte: .microseconds(easy.offset(CURLINFO_STARTTRANSFER_TIME_T)),
            total: .microseconds(easy.offset(CURLINFO_TOTAL_TIME_T)),
            reusedConnection: easy.long(CURLINFO_NUM_CONNECTS) == 0)
        let answer = Answer(
            status: easy.long(CURLINFO_RESPONSE_CODE), head: head, body: body, timings: timings,
            address: easy.text(CURLINFO_PRIMARY_IP).flatMap { IPAddress($0) })
        return .success(answer)
    }

    /// libcurl's own sentence, or its name for the code.
    private func words(_ code: CURLcode) -> String {
        // libcurl ends the text with a zero inside CURL_ERROR_SIZE bytes, or never wrote any.
        if let errorText, errorText.pointee != 0 { return String(cString: errorText) }
        // A constant string of libcurl's.
        return curl_easy_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
    }

    private func failure(_ code: CURLcode, _ easy: EasyHandle) -> TransportFailure.Reason? {
        if let stopped { return stopped }
        switch code {
        case CURLE_OK: return nil
        case CURLE_COULDNT_RESOLVE_HOST: return .nameNotResolved
        case CURLE_COULDNT_CONNECT: return refused ?? .connectFailed(words(code))
        case CURLE_OPERATION_TIMEDOUT: return refused ?? .timeout(stage(easy))
        case CURLE_PARTIAL_FILE, CURLE_HTTP2_STREAM, CURLE_HTTP2:
            return headIsComplete ? .cutOff(received: body.count) : .reset(words(code))
        case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR: return .reset(words(code))
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: return .notHTTP(words(code))
        case CURLE_BAD_CONTENT_ENCODING: return .badEncoding(words(code))
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_INVALIDCERTSTATUS, CURLE_USE_SSL_FAILED:
            return .tls(words(code))
        default: return .other(words(code))
        }
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
