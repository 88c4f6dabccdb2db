/// What a list says about an entry.
public enum Remark {
  /// The remarks of two entries that are one by now: the first, and behind it in a paragraph of its
  /// own the second, unless it says the same or nothing.
  public static func joined(_ first: String, _ second: String) -> String {
    if second.isEmpty || second == first { return first }
    return first.isEmpty ? second : first + "\n\n" + second
  }
}
