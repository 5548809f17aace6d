/// Limits of form controls, and whether their values keep them: HTML, 4.16.3 and 2.3.5.
import CXML2
import Complaints

extension Node {
    /// Whether a control with limits keeps them; nil for one without, and for one that nobody can change.
    var keepsRange: Bool? {
        guard name == "input" else { return nil }
        let type = inputType
        guard ["number", "range", "date", "month", "week", "time", "datetime-local"].contains(type),
            attribute("readonly") == nil, !isDisabled, !isInList
        else { return nil }
        let least = string("min").flatMap { InputValue.number($0, type: type) }
        let most = string("max").flatMap { InputValue.number($0, type: type) }
        // A slider keeps within its limits, which are 0 and 100 where none are stated.
        if type == "range" { return most ?? 100 >= least ?? 0 }
        guard least != nil || most != nil else { return nil }
        guard let value = string("value").flatMap({ InputValue.number($0, type: type) }) else { return true }
        // From ten in the evening to two in the morning.
        if type == "time", let least, let most, least > most { return value >= least || value <= most }
        return value >= least ?? value && value <= most ?? value
    }

    private var isInList: Bool {
        var at = parent
        while let up = at {
            if up.name == "datalist" { return true }
            at = up.parent
        }
        return false
    }
}

/// Values of controls as numbers that can be compared: HTML, 2.3.5.
private enum InputValue {
    static func number(_ text: String, type: String) -> Double? {
        if type == "number" || type == "range" { return Double(text).flatMap { $0.isFinite ? $0 : nil } }
        let isWeek = type == "week"
        var numbers: [Double] = []
        var digits = ""
        for character in text + " " {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else {
                if let number = Double(digits) { numbers.append(number) }
                digits = ""
                guard "-:T W.".contains(character) else { return nil }
            }
        }
        let bounds: [ClosedRange<Double>] =
            switch type {
            case "time": [0...23, 0...59, 0...59]
            case "month": [1...9999, 1...12]
            case "week": [1...9999, 1...53]
            case "date": [1...9999, 1...12, 1...31]
            default: [1...9999, 1...12, 1...31, 0...23, 0...59, 0...59]
            }
        let least = type == "time" ? 2 : type == "datetime-local" ? 5 : bounds.count
        guard numbers.count >= least, numbers.count <= bounds.count, isWeek == text.contains("W") else {
            return nil
        }
        var value = 0.0
        for (index, bound) in bounds.enumerated() {
            let number = index < numbers.count ? numbers[index] : 0
            guard bound.contains(number) else { return nil }
            if index == 2, type.hasPrefix("date"),
                CivilDate(year: Int(numbers[0]), month: Int(numbers[1]), day: Int(number)) == nil
            {
                return nil
            }
            value = value * (index == 0 ? 1 : 100) + number
        }
        return value
    }
}
