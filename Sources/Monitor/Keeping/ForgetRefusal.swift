import Complaints
import Storage

extension Forget {
    /// Why nothing was forgotten, and what to do.
    public enum Refusal: Error, CustomStringConvertible {
        case nobody(String)
        case held([Hold])
        case noMention(MentionID)

        public var description: String {
            switch self {
            case .nobody(let who):
                "nobody signed as \(who); `ombud mention list` shows how authors are written"
            case .held(let holds):
                "nothing was forgotten: " + holds.map(\.words).joined(separator: "; ") + "; end "
                    + (holds.count == 1 ? "the hold" : "the holds") + " first ("
                    + holds.map(\.end).joined(separator: ", ") + "), if the law allows it"
            case .noMention(let id): "there is no mention \(id); `ombud mention list` shows them"
            }
        }
    }
}
