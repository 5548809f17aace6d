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

@Suite struct KeyTests {
    private let symmetric = Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    private let seed = "VEVTVFNJR05JTkdLRVlET05PVFVTRVRISVNGT1JBTlk="
    private let id = "msg_p5jXN8AQM9LWM0D4loKWxJek"
    private let body = Array("{\"test\": 2432232314}".utf8)
    private let v1 = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    private let v1a =
        "v1a,tQ9V2XOqn7jL/DQenEFpqIugdBVtiMmER5mhSkXBNwM0mkATuDe6KYYUuxqtaiHeYGb7KaaBRdM5WqyeFiL8Ag=="

    @Test func `the vector of an Ed25519 seed is met, with its public key behind it too`() throws {
        let long =
            "VEVTVFNJR05JTkdLRVlET05PVFVTRVRISVNGT1JBTllmU3h6Dt1JKqLSahf2FBSTeius6i4rdBVBKUlrbjxz+A=="
        for text in [seed, long] {
            let signer = try WebhookSigner(secret: "whsk_" + text)
            #expect(try signer.signature(id: id, timestamp: 1_614_265_330, body: body) == v1a)
        }
        let other = "VEVTVFNJR05JTkdLRVlET05PVFVTRVRISVNGT1JBTllURVNUU0lHTklOR0tFWURPTk9UVVNFVEhJU0ZPUkFOWQ=="
        #expect(throws: SigningKey.Fault.otherPublicKey) { try WebhookSigner(secret: "whsk_" + other) }
        #expect(throws: SigningKey.Fault.publicKey) { try WebhookSigner(secret: "whpk_" + seed) }
    }

    @Test func `while one key replaces another both sign, the old one until its time`() throws {
        let end = Instant(seconds: 1_614_265_330)
        let signer = try WebhookSigner([
            Endpoint.Key(symmetric), Endpoint.Key(Secret("whsk_" + seed), until: end),
        ])
        func signature(_ now: Instant?) throws -> String {
            try signer.signature(id: id, timestamp: 1_614_265_330, body: body, now: now)
        }
        #expect(try signature(nil) == "\(v1) \(v1a)")
        #expect(try signature(end - .milliseconds(1)) == "\(v1) \(v1a)")
        #expect(try signature(end) == v1)
        #expect(signer.verifies(v1a, id: id, timestamp: 1_614_265_330, body: body))
    }

    @Test(arguments: [("", WebhookSigner.Fault.emptyID), ("evt.1", .dotInID)])
    func `an id that would be read as another is not signed`(id: String, fault: WebhookSigner.Fault) throws {
        let signer = try WebhookSigner(secret: symmetric.value)
        #expect(throws: fault) { try signer.signature(id: id, timestamp: 1, body: body) }
    }

    @Test func `new secrets are keys, and no two are alike`() throws {
        let made = (0..<20).flatMap { _ in [NewSecret.symmetric(), NewSecret.asymmetric()] }
        #expect(Set(made.map(\.secret)).count == 40)
        for new in made {
            let signer = try WebhookSigner(secret: new.secret)
            #expect(!(try signer.signature(id: "a", timestamp: 1, body: body)).isEmpty)
            #expect((new.publicKey == nil) == new.secret.hasPrefix("whsec_"))
        }
    }
}
