/// Where the runs of backticks of a text stand, by their lengths.
struct MarkdownTicks {
  private var starts: [Int: [Int]] = [:]

  init(_ source: [UInt8]) {
    var index = 0
    while index < source.count {
      guard source[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let start = index
      while index < source.count, source[index] == UInt8(ascii: "`") { index += 1 }
      starts[index - start, default: []].append(start)
    }
  }

  /// Where the next run of exactly so many backticks behind an offset begins; nil when there is none.
  func next(_ count: Int, after offset: Int) -> Int? {
    guard let starts = starts[count] else { return nil }
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low < starts.count ? starts[low] : nil
  }
}
