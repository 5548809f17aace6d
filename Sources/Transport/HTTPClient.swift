import Complaints

/// Sends requests over libcurl: one thread of its own for every transfer, redirects followed hop by
/// hop, each hop held to scheme and address rules.
public final class HTTPClient: Sendable {
    private let reactor: Reactor

    /// `atMost` transfers run at a time; the rest wait in order, without their timeout running.
    public init(atMost: Int = 512) {
        reactor = Reactor(atMost: atMost)
    }

    deinit { reactor.stop() }

    /// The answer after redirects. Cancelling the task ends the transfer.
    ///
    /// - Parameter mayFollow: asked before each redirect is followed; a reason refuses it.
    public func send(
        _ request: WebRequest, mayFollow: (@Sendable (WebURL) async -> String?)? = nil
    ) async throws(TransportFailure) -> WebResponse {
        guard let url = WebURL(request.url) else {
            throw TransportFailure(host: request.url, reason: .notWebAddress)
        }
        var journey = Journey(request, url: url)
        while true {
            if let reason = journey.hop.literalRefusal {
                throw TransportFailure(host: journey.hop.url.host, reason: reason)
            }
            let answer = try await reactor.transfer(journey.hop).get()
            if let response = try journey.arrive(answer) { return response }
            if let why = await mayFollow?(journey.hop.url) {
                throw TransportFailure(host: journey.hop.url.host, reason: .redirectRefused(why))
            }
        }
    }

    /// Ends every transfer as cancelled and the thread with them; later requests fail as closed.
    public func shutdown() async { await reactor.shutdown() }
}
