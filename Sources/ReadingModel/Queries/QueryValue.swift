/// The values of the fields that are not text.
enum QueryValue {
  /// Reads the value of a field.
  static func read(_ value: String, of field: String) -> QueryToken.Kind {
    if let number = Query.NumberField(rawValue: field) {
      return self.number(value, of: number)
    }
    switch field {
    case "status":
      return Status(rawValue: value.lowercased()).map { .term(.status($0)) }
        ?? .fault(expected(names(Status.self), field: field, found: value))
    case "has":
      return Query.Trait(rawValue: value.lowercased()).map { .term(.has($0)) }
        ?? .fault(expected(names(Query.Trait.self), field: field, found: value))
    case "added":
      return age(value)
        ?? .fault(expected("an age such as <7d or >2w (d, w, m, y)", field: field, found: value))
    case "sort":
      let descending = value.hasPrefix("-")
      let name = value.dropFirst(descending ? 1 : 0).lowercased()
      return Query.SortField(rawValue: name).map { .sort(.init(field: $0, descending: descending)) }
        ?? .fault(
          expected("\(names(Query.SortField.self)), each also with -", field: field, found: value))
    default:
      return .fault("there is no field “\(field)”; the fields are \(fields)")
    }
  }

  /// A sentence about a value that cannot be read.
  static func expected(_ what: String, field: String, found value: String) -> String {
    let found = SafeText.line(value, limit: 40)
    return "\(field): expects \(what), found \(found.isEmpty ? "nothing" : "“\(found)”")"
  }

  private static var fields: String {
    let names =
      Query.TextField.allCases.map(\.rawValue) + Query.NumberField.allCases.map(\.rawValue)
      + ["status", "has", "added", "sort"]
    return names.joined(separator: ", ")
  }

  private static func names<Value: CaseIterable & RawRepresentable<String>>(
    _ type: Value.Type
  ) -> String {
    let names = type.allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }

  // MARK: Numbers

  private static func number(_ value: String, of field: Query.NumberField) -> QueryToken.Kind {
    guard let (low, high) = bounds(value, of: field) else {
      return .fault(expected(expectation(of: field), field: field.rawValue, found: value))
    }
    if let low, let high, low > high {
      return .fault(
        "\(field.rawValue): expects a range from the lower to the higher, found “\(value)”")
    }
    return .term(.number(field, atLeast: low, atMost: high))
  }

  private static func expectation(of field: Query.NumberField) -> String {
    switch field {
    case .year: "a year or a range such as 2020..2023"
    case .rating: "a rating from 1 to 5 or a range such as >=4"
    case .pass: "a pass from 0 to 3 or a range such as >=1"
    }
  }

  private static func bounds(_ value: String, of field: Query.NumberField) -> (Int?, Int?)? {
    let (comparison, rest) = comparison(in: value)
    if let comparison {
      guard let number = integer(rest, of: field) else { return nil }
      return switch comparison {
      case ">=": (number, nil)
      case "<=": (nil, number)
      case ">": (number + 1, nil)
      case "<": (nil, number - 1)
      default: (number, number)
      }
    }
    guard let dots = value.firstRange(of: "..") else {
      return integer(rest, of: field).map { ($0, $0) }
    }
    let (first, last) = (value[..<dots.lowerBound], value[dots.upperBound...])
    let (low, high) = (integer(first, of: field), integer(last, of: field))
    guard low != nil || first.isEmpty, high != nil || last.isEmpty, low != nil || high != nil else {
      return nil
    }
    return (low, high)
  }

  private static func comparison(in value: String) -> (String?, Substring) {
    for sign in [">=", "<=", ">", "<", "="] where value.hasPrefix(sign) {
      return (sign, value.dropFirst(sign.count))
    }
    return (nil, value[...])
  }

  private static func integer(_ digits: Substring, of field: Query.NumberField) -> Int? {
    guard !digits.isEmpty, digits.utf8.count <= 4, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      let number = Int(digits)
    else { return nil }
    let isSensible =
      switch field {
      case .year: digits.utf8.count == 4
      case .rating: Progress.ratings.contains(number)
      case .pass: Progress.passes.contains(number)
      }
    return isSensible ? number : nil
  }

  // MARK: Ages

  private static func age(_ value: String) -> QueryToken.Kind? {
    let (comparison, rest) = comparison(in: value.lowercased())
    let days: [Character: Int] = ["d": 1, "w": 7, "m": 30, "y": 365]
    let digits = rest.dropLast()
    guard comparison != "=", let unit = rest.last.flatMap({ days[$0] }), !digits.isEmpty,
      digits.utf8.count <= 5, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      let number = Int(digits)
    else { return nil }
    return .term(.added(days: number * unit, older: comparison?.hasPrefix(">") == true))
  }
}
