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
    private(set) var errorText: UnsafeMutablePointer<CChar>?

    var head: [UInt8] = []
    var headIsComplete = false
    /// Of every head and trailer of the answer, so that interim ones cannot go on for ever.
    var headBytes = 0
    var body: [UInt8] = []
    /// Set by a callback that stops the transfer, and says more than libcurl's code would.
    var stopped: TransportFailure.Reason?
    var refused: TransportFailure.Reason?
    var pace: TransferPace
    private(set) var watch: Watch?
    var capture: Capture?

    init(_ hop: Hop) {
        self.hop = hop
        pace = TransferPace(hop.request.limits)
        if hop.request.capturesExchange { capture = Capture(limit: hop.request.limits.pageBytes) }
    }

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
    func attach(to easy: EasyHandle, watch: Watch) -> String? {
        self.easy = easy
        self.watch = watch
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
        if capture != nil { easy.setCapture(box.toOpaque()) }
        return easy.configure(for: hop)
    }

    /// Gives up the handle; it must have left the multi handle.
    func detach() {
        easy?.set(CURLOPT_PRIVATE, pointer: nil)
        easy?.set(CURLOPT_ERRORBUFFER, pointer: nil)
        easy = nil
        watch = nil
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
}
