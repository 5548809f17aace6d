import CCurl
import Complaints
import Foundation

/// What libcurl calls back during a transfer. Each function gets the address of its `Transfer`, which
/// `attach` retained and `detach` releases only once libcurl can no longer call.
extension EasyHandle {
    func setCallbacks(_ box: UnsafeMutableRawPointer) {
        _ = ombud_easy_on_data(pointer, CURLOPT_WRITEFUNCTION) { bytes, size, count, box in
            Transfer.from(box)?.takeBody(bytes, size * count) ?? 0
        }
        set(CURLOPT_WRITEDATA, pointer: box)
        _ = ombud_easy_on_data(pointer, CURLOPT_HEADERFUNCTION) { bytes, size, count, box in
            Transfer.from(box)?.takeHeader(bytes, size * count) ?? 0
        }
        set(CURLOPT_HEADERDATA, pointer: box)
        _ = ombud_easy_on_socket(pointer) { box, _, address in
            guard let address, let transfer = Transfer.from(box) else { return CURL_SOCKET_BAD }
            return transfer.openSocket(address)
        }
        set(CURLOPT_OPENSOCKETDATA, pointer: box)
        _ = ombud_easy_on_request(pointer) { box, remote, _, _, _ in
            guard let remote, let transfer = Transfer.from(box) else { return Int32(CURL_PREREQFUNC_ABORT) }
            // A zero-ended text of libcurl's, valid during this call.
            return transfer.mayUseConnection(to: String(cString: remote))
        }
        set(CURLOPT_PREREQDATA, pointer: box)
    }

    /// Has libcurl tell what goes over the wire: the request as sent, the body before any decoding.
    func setCapture(_ box: UnsafeMutableRawPointer) {
        _ = ombud_easy_on_debug(pointer) { _, kind, bytes, count, box in
            if let bytes, count > 0, let transfer = Transfer.from(box) {
                transfer.takeWire(kind, UnsafeRawBufferPointer(start: bytes, count: count))
            }
            return 0
        }
        set(CURLOPT_DEBUGDATA, pointer: box)
        set(CURLOPT_VERBOSE, 1)
    }
}

extension Transfer {
    /// The object behind a callback's pointer, which is always the one that `attach` retained.
    static func from(_ box: UnsafeMutableRawPointer?) -> Transfer? {
        box.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Appends decoded body bytes; anything but `count` makes libcurl stop.
    fileprivate func takeBody(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard let bytes, count > 0 else { return count }
        guard stopped == nil else { return 0 }
        let limit = hop.request.limits.pageBytes
        guard body.count + count <= limit else {
            stopped = .tooLarge(limit: limit)
            return 0
        }
        // libcurl gives `count` readable bytes that live during this call; they are copied.
        body.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
        return count
    }

    /// Gathers the head of the last answer: an interim one (1xx) is replaced, trailers are dropped.
    fileprivate func takeHeader(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard let bytes, count > 0 else { return count }
        // libcurl gives one line of `count` readable bytes that live during this call; it is copied.
        let line = UnsafeRawBufferPointer(start: bytes, count: count)
        if headBytes == 0, pace.hasBegun(now: Watch.now()) { watch?.expect(pace.due) }
        let limit = hop.request.limits.headerBytes
        headBytes += count
        guard headBytes <= limit else {
            stopped = .headTooLarge(limit: limit)
            return 0
        }
        if headIsComplete {
            guard line.starts(with: "HTTP/".utf8) else { return count }
            head.removeAll(keepingCapacity: true)
            headIsComplete = false
        }
        head.append(contentsOf: line)
        if count <= 2, line[0] == 0x0D || line[0] == 0x0A { headIsComplete = true }
        return count
    }

    /// The address after name resolution, before anything is connected: the one place where a name can
    /// no longer be made to mean something else.
    fileprivate func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        guard let ip = Self.address(address) else {
            refused = .addressRefused(address: "an address of no internet family", why: "not to be used")
            return CURL_SOCKET_BAD
        }
        if let why = hop.refusal(ofPeer: ip) {
            refused = .addressRefused(address: ip.description, why: why)
            return CURL_SOCKET_BAD
        }
        refused = nil
        let info = address.pointee
        return socket(info.family, info.socktype | Int32(SOCK_CLOEXEC.rawValue), info.protocol)
    }

    /// A connection made for another request, under another policy, is not used for this one.
    fileprivate func mayUseConnection(to remote: String) -> Int32 {
        guard let ip = IPAddress(remote) else {
            stopped = .addressRefused(address: remote, why: "not an address")
            return Int32(CURL_PREREQFUNC_ABORT)
        }
        if let why = hop.refusal(ofPeer: ip) {
            stopped = .addressRefused(address: ip.description, why: why)
            return Int32(CURL_PREREQFUNC_ABORT)
        }
        pace.isSent(now: Watch.now())
        watch?.expect(pace.due)
        capture?.restart()
        return Int32(CURL_PREREQFUNC_OK)
    }

    /// A copy of what goes over the wire; what it is told of besides is dropped.
    fileprivate func takeWire(_ kind: curl_infotype, _ bytes: UnsafeRawBufferPointer) {
        switch kind {
        case CURLINFO_HEADER_OUT: capture?.requestHead.append(contentsOf: bytes)
        case CURLINFO_DATA_IN:
            if capture?.take(bytes, head: head) == false, stopped == nil {
                stopped = .tooLarge(limit: hop.request.limits.pageBytes)
            }
        default: break
        }
    }

    static func address(_ address: UnsafeMutablePointer<curl_sockaddr>) -> IPAddress? {
        guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return nil }
        // libcurl gives `addrlen` bytes of a sockaddr at `addr`, in a buffer that holds any kind
        // (struct Curl_sockaddr_ex); no more than that length is read.
        let bytes = UnsafeRawBufferPointer(
            start: UnsafeRawPointer(address) + offset, count: Int(address.pointee.addrlen))
        switch address.pointee.family {
        case AF_INET where bytes.count >= MemoryLayout<sockaddr_in>.size:
            return IPAddress(bytes: bytes[4..<8])
        case AF_INET6 where bytes.count >= MemoryLayout<sockaddr_in6>.size:
            return IPAddress(bytes: bytes[8..<24])
        default: return nil
        }
    }
}
