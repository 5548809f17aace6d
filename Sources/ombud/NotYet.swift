import ArgumentParser

/// A command of the contract that is not there yet: takes any arguments, says so, exits 1.
protocol NotYet: OmbudCommand {
    /// As it is called, `report load`.
    static var name: String { get }
    static var does: String { get }
    var rest: [String] { get }
}

extension NotYet {
    static var abstract: String { "\(does) (not there yet)" }

    func perform() async throws {
        throw Failure(.failed, "`ombud \(Self.name)` is not there yet; \(Self.does.lowercasedFirst)")
    }
}

extension String {
    fileprivate var lowercasedFirst: String { "it will: " + prefix(1).lowercased() + dropFirst() }
}

struct AlertShow: NotYet {
    static let name = "alert show"
    static let does = "Shows an alert with every attempt"
    static let configuration = CommandConfiguration(commandName: "show", abstract: abstract)
    @Argument(parsing: .allUnrecognized, help: .hidden) var rest: [String] = []
}
