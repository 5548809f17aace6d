import ArgumentParser
import Complaints
import Foundation
import Listener
import Monitor
import Settings
import Storage

/// Why a command failed: one sentence on standard error, and the exit code that scripts rely on.
struct Failure: Error {
    var code: Code
    var message: String

    enum Code: Int32 {
        /// What was asked for failed or is not there.
        case failed = 1
        case usage = 64
        case badInput = 65
        case unreachable = 69
        case tryAgain = 75
        case badConfiguration = 78
    }

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// Gives every error of the pieces below its code.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let faults as Faults:
            // What is wrong with an option is no fault of the files.
            let isUsage = faults.faults.allSatisfy(\.isOfOption)
            self.init(isUsage ? .usage : .badConfiguration, faults.description)
        case let error as StoreError:
            let code: Code =
                switch error {
                case .busy: .tryAgain
                case .unwritable, .unreachable: .unreachable
                case .older: .tryAgain
                case .newer, .foreign, .damaged: .badInput
                case .refused: .failed
                }
            self.init(code, error.description)
        case let failure as ListenFailure: self.init(.unreachable, failure.description)
        case let missing as ShippedModel.Missing: self.init(.badConfiguration, missing.description)
        case let refusal as Desk.Refusal:
            if case .unfit = refusal {
                self.init(.badInput, refusal.description)
            } else {
                self.init(.failed, refusal.description)
            }
        case let refusal as InstanceLock.Refusal:
            if case .taken = refusal {
                self.init(.tryAgain, refusal.description)
            } else {
                self.init(.unreachable, refusal.description)
            }
        case let refusal as Forget.Refusal: self.init(.failed, refusal.description)
        case is CancellationError: self.init(.failed, "stopped")
        default: self.init(.failed, "\(error)")
        }
    }

    func exit() -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        Foundation.exit(code.rawValue)
    }
}

/// A command that may fail: turns what it throws into a sentence and an exit code.
protocol OmbudCommand: AsyncParsableCommand {
    func perform() async throws
}

extension OmbudCommand {
    mutating func run() async throws {
        do {
            try await perform()
        } catch let error as ExitCode {
            throw error
        } catch let error as ValidationError {
            throw error
        } catch {
            Failure(error).exit()
        }
    }
}
