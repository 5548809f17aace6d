import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A plain HTTP client for looking at the demo site as any visitor would.
enum Client {
    private static let patient = session(timeout: 10)
    private static let impatient = session(timeout: 1)

    private static func session(timeout: Double) -> URLSession {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.urlCache = nil
        configuration.timeoutIntervalForRequest = timeout
        return URLSession(configuration: configuration, delegate: NoRedirects(), delegateQueue: nil)
    }

    struct Answer {
        var status: Int
        var body: Data
        private var response: HTTPURLResponse

        init(_ body: Data, _ response: HTTPURLResponse) {
            self.body = body
            self.response = response
            status = response.statusCode
        }

        var text: String { String(decoding: body, as: UTF8.self) }
        func header(_ name: String) -> String? { response.value(forHTTPHeaderField: name) }
    }

    /// An impatient visitor gives up after a second.
    static func get(
        _ address: String, ifNoneMatch: String? = nil, isImpatient: Bool = false
    ) async throws -> Answer {
        try await send(address, by: isImpatient ? impatient : patient) { request in
            if let ifNoneMatch { request.setValue(ifNoneMatch, forHTTPHeaderField: "If-None-Match") }
        }
    }

    static func post(_ address: String, body: [UInt8], headers: [String: String] = [:]) async throws -> Answer
    {
        try await send(address, by: patient) { request in
            request.httpMethod = "POST"
            request.httpBody = Data(body)
            for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        }
    }

    private static func send(
        _ address: String, by session: URLSession, _ prepare: (inout URLRequest) -> Void
    ) async throws -> Answer {
        guard let url = URL(string: address) else { throw URLError(.badURL) }
        var request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData)
        prepare(&request)
        let (data, response) = try await session.data(for: request)
        guard let http = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        return Answer(data, http)
    }

    private final class NoRedirects: NSObject, URLSessionTaskDelegate {
        func urlSession(
            _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
            newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
        ) {
            completionHandler(nil)
        }
    }
}
