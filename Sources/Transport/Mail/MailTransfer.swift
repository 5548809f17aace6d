import CCurl
import Complaints
import Foundation
import Synchronization

/// One conversation with a mail server, by libcurl's blocking interface on a thread of its own.
///
/// `isCancelled` is the one thing that two threads touch; the rest belongs to the thread that performs, whose
/// stack keeps this object alive while libcurl holds its address.
final class MailTransfer: @unchecked Sendable {
    // unchecked: see above.
    private let request: MailRequest
    private let isCancelled = Atomic(false)
    private var sent = 0
    /// The last line by which the server refused something.
    private var lastLine: [UInt8] = []
    private var refusal: String?

    init(_ request: MailRequest) { self.request = request }

    func cancel() { isCancelled.store(true, ordering: .relaxed) }

    /// Blocks until the conversation is over.
    func perform() -> Result<Int, MailFailure> {
        guard let easy = EasyHandle() else { return .failure(.notNow("libcurl gives no handle")) }
        let text = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
        text.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        defer { text.deallocate() }
        easy.set(CURLOPT_ERRORBUFFER, pointer: text)
        configure(easy)
        // Retained until the conversation is over: every callback gets this address and no other.
        let box = Unmanaged.passRetained(self)
        defer { box.release() }
        setCallbacks(easy, box.toOpaque())
        easy.setRecipients(request.recipients.map { "<\($0)>" })
        let code = curl_easy_perform(easy.pointer)
        let status = easy.long(CURLINFO_RESPONSE_CODE)
        if code == CURLE_OK { return .success(status) }
        // libcurl ended its text with a zero inside the buffer, or never wrote any.
        let words =
            text.pointee != 0
            ? String(cString: text) : curl_easy_strerror(code).map { String(cString: $0) } ?? "failed"
        return .failure(failure(code, status, words))
    }

    private func configure(_ easy: EasyHandle) {
        let options = request.options
        easy.set(CURLOPT_URL, request.server)
        easy.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        easy.set(CURLOPT_NOSIGNAL, 1)
        easy.set(CURLOPT_QUICK_EXIT, 1)
        // libcurl would look into the environment.
        easy.set(CURLOPT_PROXY, "")
        easy.set(CURLOPT_NOPROXY, "")
        easy.set(CURLOPT_TIMEOUT_MS, max(1, Int(request.timeout.inMilliseconds)))
        easy.set(
            CURLOPT_CONNECTTIMEOUT_MS,
            max(1, Int(min(request.timeout, options.limits.connect).inMilliseconds)))
        easy.set(CURLOPT_USE_SSL, Int((request.needsTLS ? CURLUSESSL_ALL : CURLUSESSL_NONE).rawValue))
        easy.set(CURLOPT_SSL_VERIFYPEER, 1)
        easy.set(CURLOPT_SSL_VERIFYHOST, 2)
        if let authorities = options.authorities {
            easy.set(CURLOPT_CAINFO, authorities)
            easy.set(CURLOPT_CAPATH, nil)
        }
        if let certificate = options.certificate { easy.setCertificate(certificate) }
        switch options.family {
        case .any: break
        case .ipv4: easy.set(CURLOPT_IPRESOLVE, Int(CURL_IPRESOLVE_V4))
        case .ipv6: easy.set(CURLOPT_IPRESOLVE, Int(CURL_IPRESOLVE_V6))
        }
        switch options.authorization {
        case .basic(let user, let password):
            easy.set(CURLOPT_USERNAME, user)
            easy.set(CURLOPT_PASSWORD, password.value)
        case .bearer(let token):
            easy.set(CURLOPT_USERNAME, request.sender)
            easy.set(CURLOPT_XOAUTH2_BEARER, token.value)
        case nil: break
        }
        easy.set(CURLOPT_MAIL_FROM, "<\(request.sender)>")
        easy.set(CURLOPT_UPLOAD, 1)
        easy.set(CURLOPT_INFILESIZE_LARGE, offset: request.message.count)
    }

    private func setCallbacks(_ easy: EasyHandle, _ box: UnsafeMutableRawPointer) {
        _ = ombud_easy_on_read(easy.pointer) { room, size, count, box in
            guard let room, let transfer = MailTransfer.from(box) else { return Int(CURL_READFUNC_ABORT) }
            return transfer.give(UnsafeMutableRawBufferPointer(start: room, count: size * count))
        }
        easy.set(CURLOPT_READDATA, pointer: box)
        _ = ombud_easy_on_data(easy.pointer, CURLOPT_HEADERFUNCTION) { bytes, size, count, box in
            if let bytes, let transfer = MailTransfer.from(box) {
                transfer.hear(UnsafeRawBufferPointer(start: bytes, count: size * count))
            }
            return size * count
        }
        easy.set(CURLOPT_HEADERDATA, pointer: box)
        _ = ombud_easy_on_data(easy.pointer, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
        _ = ombud_easy_on_socket(easy.pointer) { box, _, address in
            guard let address, let transfer = MailTransfer.from(box) else { return CURL_SOCKET_BAD }
            return transfer.open(address)
        }
        easy.set(CURLOPT_OPENSOCKETDATA, pointer: box)
        _ = ombud_easy_on_progress(easy.pointer) { box, _, _, _, _ in
            MailTransfer.from(box)?.isCancelled.load(ordering: .relaxed) == true ? 1 : 0
        }
        easy.set(CURLOPT_XFERINFODATA, pointer: box)
        easy.set(CURLOPT_NOPROGRESS, 0)
    }

    /// The object behind a callback's pointer, which is always the one that `perform` retained.
    private static func from(_ box: UnsafeMutableRawPointer?) -> MailTransfer? {
        box.map { Unmanaged<MailTransfer>.fromOpaque($0).takeUnretainedValue() }
    }

    private func give(_ room: UnsafeMutableRawBufferPointer) -> Int {
        let part = request.message[sent...].prefix(room.count)
        // `part` is no longer than the room that libcurl gave for the length of this call.
        room.copyBytes(from: part)
        sent += part.count
        return part.count
    }

    private func hear(_ line: UnsafeRawBufferPointer) {
        // What is said after a refusal, as to QUIT, says nothing of it.
        guard line.first == UInt8(ascii: "4") || line.first == UInt8(ascii: "5") else { return }
        lastLine = Array(line.prefix(1000))
    }

    private func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        guard let ip = Transfer.address(address) else {
            refusal = "an address of no internet family is not used"
            return CURL_SOCKET_BAD
        }
        if let why = request.addresses.refusal(of: ip) {
            refusal = "\(ip) is \(why)"
            return CURL_SOCKET_BAD
        }
        refusal = nil
        let info = address.pointee
        return socket(info.family, info.socktype | Int32(SOCK_CLOEXEC.rawValue), info.protocol)
    }

    // MARK: What came of it

    private func failure(_ code: CURLcode, _ status: Int, _ words: String) -> MailFailure {
        if isCancelled.load(ordering: .relaxed) { return .cancelled }
        let said = saidLast(status)
        switch code {
        case CURLE_LOGIN_DENIED: return .notNow("the login was refused" + said)
        case CURLE_USE_SSL_FAILED:
            return .notNow("it offers no STARTTLS, which is wanted (`insecure: true` goes without)" + said)
        case CURLE_COULDNT_CONNECT where refusal != nil: return .notNow(refusal ?? words)
        case CURLE_OPERATION_TIMEDOUT: return .notNow("the time was over before the mail was taken" + said)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_CERTPROBLEM:
            return .notNow("no secure connection: \(words)")
        default: break
        }
        // It is our account that is not let in, not this mail: others would follow it.
        let isLogin = [530, 534, 535, 538].contains(status)
        if (500..<600).contains(status), !isLogin, !lastLine.isEmpty, isOfMail(code) {
            return .refused(status: status, said: said.isEmpty ? "" : String(said.dropFirst(2)))
        }
        return .notNow(status >= 400 ? "it answered \(status)" + said : words + said)
    }

    /// Whether the answer was to the mail or its recipients and not to the greeting.
    private func isOfMail(_ code: CURLcode) -> Bool {
        code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR || code == CURLE_WEIRD_SERVER_REPLY && sent > 0
    }

    /// `: 550 5.1.1 nobody of that name`, on one line.
    private func saidLast(_ status: Int) -> String {
        let text = String(decoding: lastLine, as: UTF8.self)
        let line = String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 })
        ).split(separator: " ").joined(separator: " ")
        guard !line.isEmpty, status >= 400 else { return "" }
        let code = String(status)
        let rest =
            line.hasPrefix(code) ? line.dropFirst(code.count).drop { $0 == " " || $0 == "-" } : line[...]
        return rest.isEmpty ? "" : ": " + rest.prefix(300)
    }
}

extension EasyHandle {
    /// libcurl reads the list until the conversation is over, so it is kept until this handle is gone.
    func setRecipients(_ recipients: [String]) {
        setList(CURLOPT_MAIL_RCPT, recipients)
    }
}
