import Complaints
import Monitor
import Testing

@Suite struct SigningTests {
    @Test func `the vector of the docs is met`() throws {
        let signer = try WebhookSigner(secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        let signature = try signer.signature(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330,
            body: Array("{\"test\": 2432232314}".utf8))
        #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test func `a signature is right for its id, time and bytes alone`() throws {
        let body = Array("{}".utf8)
        for secret in [
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "whsk_" + "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        ] {
            let signer = try WebhookSigner(secret: secret)
            let signature = try signer.signature(id: "a", timestamp: 1, body: body)
            #expect(signer.verifies("v1,AAAA " + signature, id: "a", timestamp: 1, body: body))
            #expect(!signer.verifies(signature, id: "b", timestamp: 1, body: body))
            #expect(!signer.verifies(signature, id: "a", timestamp: 2, body: body))
            #expect(!signer.verifies(signature, id: "a", timestamp: 1, body: body + [0]))
            #expect(!signer.verifies("", id: "a", timestamp: 1, body: body))
        }
    }

    @Test(arguments: [
        ("", SigningKey.Fault.empty), ("whsec_", .nothingBehind(prefix: "whsec_")),
        ("abc", .unknownPrefix), ("whsec_%%%", .notBase64(prefix: "whsec_")),
        ("whsec_YWJj", .wrongLength(found: 3, isSymmetric: true)),
        ("whsk_YWJj", .wrongLength(found: 3, isSymmetric: false)),
    ])
    func `a secret that cannot be one is refused`(secret: String, fault: SigningKey.Fault) {
        #expect(throws: fault) { try WebhookSigner(secret: secret) }
        #expect(secret.count < 8 || !fault.description.contains(secret))
    }
}
