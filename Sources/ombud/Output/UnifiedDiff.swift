/// Two texts as the change between them, in the form that `diff -u` prints and `patch` takes.
import Complaints

/// - Parameter before: nil for a file that is not there yet.
/// - Returns: empty where nothing differs.
func unifiedDiff(_ before: String?, _ after: String, file: String) -> String {
    let old = lines(before ?? "")
    let new = lines(after)
    guard old != new else { return "" }
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in new.difference(from: old) {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): inserted.insert(offset)
        }
    }
    var output = [before == nil ? "--- /dev/null" : "--- \(file)", "+++ \(file)"]
    for hunk in hunks(old, new, removed: removed, inserted: inserted) { output += hunk }
    return output.joined(separator: "\n")
}

/// Lines around a change that show where it is.
private let context = 3

private struct Step {
    let mark: Character
    let text: String
    let old: Int
    let new: Int
}

private func hunks(
    _ old: [String], _ new: [String], removed: Set<Int>, inserted: Set<Int>
) -> [[String]] {
    var steps: [Step] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
        if i < old.count, removed.contains(i) {
            steps.append(Step(mark: "-", text: old[i], old: i, new: j))
            i += 1
        } else if j < new.count, inserted.contains(j) {
            steps.append(Step(mark: "+", text: new[j], old: i, new: j))
            j += 1
        } else {
            steps.append(Step(mark: " ", text: old[i], old: i, new: j))
            (i, j) = (i + 1, j + 1)
        }
    }
    let changed = steps.indices.filter { steps[$0].mark != " " }
    var found: [[String]] = []
    var at = 0
    while at < changed.count {
        var last = at
        while last + 1 < changed.count, changed[last + 1] - changed[last] <= 2 * context { last += 1 }
        let range = max(0, changed[at] - context)...min(steps.count - 1, changed[last] + context)
        found.append(hunk(steps[range]))
        at = last + 1
    }
    return found
}

private func hunk(_ steps: ArraySlice<Step>) -> [String] {
    guard let first = steps.first else { return [] }
    let oldCount = steps.count { $0.mark != "+" }
    let newCount = steps.count { $0.mark != "-" }
    let head =
        "@@ -\(oldCount == 0 ? first.old : first.old + 1),\(oldCount) "
        + "+\(newCount == 0 ? first.new : first.new + 1),\(newCount) @@"
    return [head] + steps.map { "\($0.mark)\($0.text)" }
}

private func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
}
