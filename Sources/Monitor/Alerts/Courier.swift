import Complaints
import Storage
import Templates
import Transport

/// Carries one alert to its endpoint: makes the message in the endpoint's form and hands it to what carries
/// such messages.
struct Courier: Sendable {
    let client: HTTPClient
    let addresses: AddressPolicy
    let userAgent: String
    let time: any TimeSource
    var mail = MailClient()
    var programs = ProgramDesk()

    func deliver(_ alert: DueAlert, to endpoint: Endpoint) async -> Attempt {
        let message: Message
        do {
            message = try endpoint.message(id: alert.event, body: alert.body) {
                template, body, reader throws(MessageFault) in
                try template.filled(with: body, for: reader)
            }
        } catch {
            return .failed("no message can be made of it: \(error)")
        }
        switch message {
        case .http(let message): return await send(message, of: alert, to: endpoint)
        case .mail(let message): return await send(message, to: endpoint)
        case .command(let words, let input, let environment):
            let errand = CommandErrand(
                command: words, input: input, environment: environment, timeout: endpoint.timeout)
            return await programs.run(errand, for: endpoint.name)
        }
    }

    // MARK: HTTP

    private func send(_ message: HTTPMessage, of alert: DueAlert, to endpoint: Endpoint) async -> Attempt {
        var headers = [("Content-Type", message.contentType)]
        if let token = message.token { headers.append(("Authorization", "Bearer " + token.value)) }
        if endpoint.form.isSigned {
            do {
                headers += try signature(of: alert, body: message.body, for: endpoint)
            } catch {
                return .failed("it could not be signed: \(error)")
            }
        }
        var options = endpoint.access
        options.limits = FetchLimits(
            total: endpoint.timeout, firstByte: endpoint.timeout, pageBytes: Self.longestAnswer)
        let request = WebRequest(
            method: message.method, url: message.url, headers: headers, body: message.body, options: options,
            followsRedirects: false, addresses: addresses, userAgent: userAgent)
        do {
            let response = try await client.send(request)
            let now = time.now()
            let retryAfter = response.header("Retry-After").flatMap { RetryAfter.instant($0, now: now) }
            return endpoint.form.name.attempt(
                ServiceAnswer(status: response.status, retryAfter: retryAfter, body: response.body), now: now)
        } catch {
            return .failed(error.description)
        }
    }

    /// The headers of Standard Webhooks, signed anew for every attempt.
    private func signature(
        of alert: DueAlert, body: [UInt8], for endpoint: Endpoint
    ) throws -> [(String, String)] {
        let timestamp = time.now().milliseconds / 1000
        var headers = [("webhook-id", alert.event.text), ("webhook-timestamp", String(timestamp))]
        if let secret = endpoint.secret {
            let signer = try WebhookSigner(secret: secret.value)
            let signature = try signer.signature(id: alert.event.text, timestamp: timestamp, body: body)
            headers.append(("webhook-signature", signature))
        }
        return headers
    }

    // MARK: Mail

    private func send(_ message: MailMessage, to endpoint: Endpoint) async -> Attempt {
        let request = MailRequest(
            server: endpoint.url, sender: message.sender, recipients: message.recipients,
            message: message.bytes, options: endpoint.access, needsTLS: !endpoint.isInsecure,
            timeout: endpoint.timeout, addresses: addresses)
        do {
            return .answered(status: try await mail.send(request), retryAfter: nil)
        } catch {
            switch error {
            case .refused: return .refused(error.description)
            case .notNow, .cancelled: return .failed(error.description)
            }
        }
    }

    /// What a receiver answers is not kept; this much of it is read.
    private static let longestAnswer = 1_000_000
}
