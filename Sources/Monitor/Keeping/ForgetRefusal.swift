import Complaints
import Storage

extension Forget {
    /// Why nothing was forgotten, and what to do.
    public enum Refusal: Error, CustomStringConvertible {
        case nobody(String)
        case held([Hold])
        case noMention(MentionID)
        case unsignedWord(String)
        case commonWords(String, Int)

        public var description: String {
            switch self {
            case .nobody(let who):
                "nobody signed as \(who); `ombud mention list` shows how authors are written"
            case .held(let holds):
                "nothing was forgotten: " + holds.map(\.words).joined(separator: "; ") + "; end "
                    + (holds.count == 1 ? "the hold" : "the holds") + " first ("
                    + holds.map(\.end).joined(separator: ", ") + "), if the law allows it"
            case .unsignedWord(let word):
                "nothing was forgotten: \"\(word)\" alone may be others' name, or any word, and none of these mentions "
                    + "is signed so; give the name in full, or leave it away and name the mentions with --mention"
            case .commonWords(let words, let count):
                "nothing was forgotten: \"\(words)\" stands in what \(count) other people wrote, and none of these "
                    + "mentions is signed so; it would be taken out of their texts, so leave it away"
            case .noMention(let id): "there is no mention \(id); `ombud mention list` shows them"
            }
        }
    }
}
