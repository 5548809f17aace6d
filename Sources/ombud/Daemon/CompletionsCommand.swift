import ArgumentParser

struct CompletionsCommand: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions", abstract: "Prints what a shell needs to complete commands and options.",
        discussion: "For this shell alone: source <(ombud completions bash). Packages install them for all.")

    @Argument(help: "bash, zsh or fish.") var shell: Shell

    enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

    func perform() async throws {
        let shell: CompletionShell =
            switch shell {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        print(Ombud.completionScript(for: shell))
    }
}
