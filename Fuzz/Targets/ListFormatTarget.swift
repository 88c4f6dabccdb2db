import Interchange
import ReadingModel

extension FuzzTarget {
  /// Lectern's own list format: what was read is printed, and read again as the same list.
  static let listFormat = FuzzTarget(name: "list-format") { bytes in
    let first = try ListFormat.parse(Array(bytes))
    for warning in first.warnings { expectClean(warning.message, isLine: true) }
    let printed = ListFormat.print(first.list)
    guard let second = try? ListFormat.parse(Array(printed.utf8)) else {
      fatalError("A list that was printed cannot be read:\n\(printed)")
    }
    expectSame(ListFormat.print(second.list), printed, "A list is printed differently.")
    expect(first.list == second.list, "A list comes back as another one:\n\(printed)")
  }
}
