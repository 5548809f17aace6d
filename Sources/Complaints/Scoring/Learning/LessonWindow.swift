/// Which decisions the layer is made of: the newest four to five thousand, in the order they were taken.
///
/// The window moves in steps of a thousand, so that the layer is always the one that learning these
/// decisions from the first to the last gives, whatever way it came about: by one decision after the other,
/// or anew after one of them was taken back.
public enum LessonWindow {
    static let step = 1000
    static let least = 4000

    /// How many of the oldest decisions are left out, of so many that stand.
    public static func skipped(of count: Int) -> Int { max(0, count / step * step - least) }
}
