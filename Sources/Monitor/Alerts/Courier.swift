import Complaints
import Storage
import Transport

/// Carries one alert to its endpoint: the stored bytes, freshly signed.
struct Courier: Sendable {
    let client: HTTPClient
    let addresses: AddressPolicy
    let userAgent: String
    let time: any TimeSource

    func deliver(_ alert: DueAlert, to endpoint: Endpoint) async -> Attempt {
        let now = time.now()
        var headers = [
            ("Content-Type", CloudEvent.contentType),
            ("webhook-id", alert.event.text),
        ]
        let timestamp = now.milliseconds / 1000
        headers.append(("webhook-timestamp", String(timestamp)))
        if let secret = endpoint.secret {
            do {
                let signer = try WebhookSigner(secret: secret.value)
                let signature = try signer.signature(
                    id: alert.event.text, timestamp: timestamp, body: alert.body)
                headers.append(("webhook-signature", signature))
            } catch {
                return .failed("it could not be signed: \(error)")
            }
        }
        let request = WebRequest(
            method: "POST", url: endpoint.url, headers: headers, body: alert.body,
            options: FetchOptions(
                limits: FetchLimits(
                    total: endpoint.timeout, firstByte: endpoint.timeout, pageBytes: Self.longestAnswer)),
            followsRedirects: false, addresses: addresses, userAgent: userAgent)
        do {
            let response = try await client.send(request)
            let retryAfter = response.header("Retry-After").flatMap {
                RetryAfter.instant($0, now: time.now())
            }
            return .answered(status: response.status, retryAfter: retryAfter)
        } catch {
            return .failed(error.description)
        }
    }

    /// What a receiver answers is not kept; this much of it is read.
    private static let longestAnswer = 1_000_000
}
