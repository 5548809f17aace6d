import ArgumentParser
import Complaints
import Foundation
import Monitor

struct AlertSecret: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "secret", abstract: "Keys that alerts are signed with.", subcommands: [New.self])

    struct New: OmbudCommand {
        static let configuration = CommandConfiguration(
            commandName: "new", abstract: "Makes a key and prints it, or writes it to a file.",
            discussion: """
                whsec_ is for both sides alike (HMAC-SHA256). With --ed25519 whsk_ stays here, and the receiver \
                gets whpk_, by which it verifies and cannot sign. To replace a key, list both under `secret` of \
                the endpoint: each alert is signed by each, until the old one is taken out.
                """)

        @OptionGroup var printing: Printing
        @Flag(help: "An Ed25519 pair instead of a shared key.") var ed25519 = false
        @Option(help: "A new file for the secret (mode 0600); what is there is never overwritten.")
        var out: String?

        func perform() async throws {
            let new = ed25519 ? NewSecret.asymmetric() : NewSecret.symmetric()
            if let out { try write(new.secret, to: out) }
            if printing.json {
                let line: JSON = [
                    "secret": out == nil ? new.secret : nil, "public_key": new.publicKey, "file": out,
                ]
                return print(line.line)
            }
            if let out { Screen.say("the secret is in \(out)") } else { Screen.say(new.secret) }
            if let key = new.publicKey { Screen.say(key) }
        }

        /// Made with its mode, so that it is never readable by others for a moment; a link is not followed.
        private func write(_ secret: String, to path: String) throws {
            let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                let why = errno
                throw Failure(
                    .failed,
                    why == EEXIST
                        ? "\(path) is there already, and a key in use must not be lost; name another file"
                        : "\(path) cannot be made: \(String(cString: strerror(why)))")
            }
            let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            try file.write(contentsOf: Data((secret + "\n").utf8))
            try file.synchronize()
        }
    }
}
