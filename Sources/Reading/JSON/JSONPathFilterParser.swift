/// Reads the filters of JSONPath: `?@.a == 1 && match(@.b, "x.*")` (RFC 9535, section 2.3.5).

extension JSONPathParser {
    mutating func or() throws(SelectorFault) -> JSONPath.Filter {
        depth += 1
        defer { depth -= 1 }
        guard depth < 50 else { throw fault("the path is nested too deeply") }
        var parts = [try and()]
        while true {
            let start = i
            skipSpace()
            guard take("|") else {
                i = start
                return parts.count == 1 ? parts[0] : .or(parts)
            }
            guard take("|") else { throw fault("|| is meant") }
            skipSpace()
            parts.append(try and())
        }
    }

    private mutating func and() throws(SelectorFault) -> JSONPath.Filter {
        var parts = [try basic()]
        while true {
            let start = i
            skipSpace()
            guard take("&") else {
                i = start
                return parts.count == 1 ? parts[0] : .and(parts)
            }
            guard take("&") else { throw fault("&& is meant") }
            skipSpace()
            parts.append(try basic())
        }
    }

    private mutating func basic() throws(SelectorFault) -> JSONPath.Filter {
        if peek("!"), i + 1 >= text.count || text[i + 1] != "=" {
            i += 1
            skipSpace()
            if peek("(") { return .not(try group()) }
            return .not(try test(try operand()))
        }
        if peek("(") { return try group() }
        let left = try operand()
        let start = i
        skipSpace()
        guard let comparison = comparison() else {
            i = start
            return try test(left)
        }
        skipSpace()
        let right = try operand()
        try requireValue(left)
        try requireValue(right)
        return .compare(left, comparison, right)
    }

    private mutating func group() throws(SelectorFault) -> JSONPath.Filter {
        guard take("(") else { throw fault("( is missing") }
        skipSpace()
        let found = try or()
        skipSpace()
        guard take(")") else { throw fault(") is missing") }
        return found
    }

    /// What stands alone in a filter: a path that exists, or a function that is true.
    private func test(_ operand: JSONPath.Operand) throws(SelectorFault) -> JSONPath.Filter {
        switch operand {
        case .query(let query): return .exists(query)
        case .call(let function, let arguments) where function == .match || function == .search:
            return .call(function, arguments)
        default: throw fault("a comparison is missing")
        }
    }

    private func requireValue(_ operand: JSONPath.Operand) throws(SelectorFault) {
        switch operand {
        case .query(let query): guard query.isSingular else { throw fault("a path to one value is needed") }
        case .call(let function, _):
            guard function != .match, function != .search else {
                throw fault("\(function.rawValue)() is not compared")
            }
        case .literal, .logical: break
        }
    }

    private mutating func comparison() -> JSONPath.Comparison? {
        let pairs: [(String, JSONPath.Comparison)] = [
            ("==", .equal), ("!=", .unequal), ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("<", .less),
            (">", .greater),
        ]
        for (sign, comparison) in pairs {
            let scalars = Array(sign.unicodeScalars)
            if i + scalars.count <= text.count, text[i..<(i + scalars.count)].elementsEqual(scalars) {
                i += scalars.count
                return comparison
            }
        }
        return nil
    }

    private mutating func operand() throws(SelectorFault) -> JSONPath.Operand {
        guard i < text.count else { throw fault("a value is missing") }
        if peek("'") || peek("\"") { return .literal(.string(try string())) }
        if take("@") { return .query(.init(isRelative: true, segments: try segments())) }
        if take("$") { return .query(.init(isRelative: false, segments: try segments())) }
        if peek("-") || digit(text[i]) != nil { return .literal(try number()) }
        var word = ""
        while i < text.count,
            text[i] == "_" || digit(text[i]) != nil
                || (text[i].value < 0x80 && UInt8(text[i].value).isASCIILetter)
        {
            word.unicodeScalars.append(text[i])
            i += 1
        }
        switch word {
        case "true": return .literal(.bool(true))
        case "false": return .literal(.bool(false))
        case "null": return .literal(.null)
        default: break
        }
        guard let function = JSONPath.Function(rawValue: word), take("(") else {
            throw fault("a value is missing")
        }
        return .call(function, try arguments(of: function))
    }

    private mutating func arguments(
        of function: JSONPath.Function
    ) throws(SelectorFault) -> [JSONPath.Operand] {
        depth += 1
        defer { depth -= 1 }
        guard depth < 50 else { throw fault("the path is nested too deeply") }
        var found: [JSONPath.Operand] = []
        skipSpace()
        if !peek(")") {
            repeat {
                skipSpace()
                found.append(try operand())
                skipSpace()
            } while take(",")
        }
        guard take(")") else { throw fault(") is missing") }
        let wanted = function == .match || function == .search ? 2 : 1
        guard found.count == wanted else { throw fault("\(function.rawValue)() takes \(wanted)") }
        for argument in found {
            if function == .count || function == .value {
                guard case .query = argument else { throw fault("\(function.rawValue)() takes a path") }
            } else {
                try requireValue(argument)
            }
        }
        return found
    }
}
