/// The text cut at a cluster so that it takes at most so many columns, with an ellipsis where
/// something was cut off.
///
/// A text that fits comes back as it is. Where even the ellipsis does not fit, it is cut itself.
public func truncate(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
  guard columns > 0 else { return "" }
  // No cluster has more columns than bytes, so a short text needs no measuring.
  guard text.utf8.count > columns, text.prefix(columns: columns).endIndex < text.endIndex else {
    return text
  }
  let room = columns - displayWidth(of: ellipsis)
  return room >= 0
    ? String(text.prefix(columns: room)) + ellipsis : String(ellipsis.prefix(columns: columns))
}

extension String {
  /// The text with blanks at its end so that it takes at least so many columns.
  public func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - displayWidth(of: self)))
  }

  /// The text with blanks at its start so that it takes at least so many columns.
  public func paddedLeft(to columns: Int) -> String {
    let text = String(repeating: " ", count: max(0, columns - displayWidth(of: self))) + self
    // A mark at the start stands on the last blank, and both may take fewer columns than apart.
    return String(repeating: " ", count: max(0, columns - displayWidth(of: text))) + text
  }

  /// The longest beginning of whole clusters that takes at most so many columns.
  public func prefix(columns: Int) -> Substring {
    ClusterReader.reading(self[...]) { reader in
      var used = 0
      var offset = 0
      while offset < reader.count {
        let cluster = reader.cluster(at: offset)
        used += cluster.width
        if used > columns { return self[..<reader.index(at: offset)] }
        offset = cluster.end
      }
      return self[...]
    }
  }
}
