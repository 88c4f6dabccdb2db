import Interchange

/// One thing that was measured.
struct BenchFigure: Equatable {
  enum Unit: String { case milliseconds = "ms", perSecond = "per second", megabytes = "MB" }

  let name: String
  let unit: Unit
  let median: Double
  /// The 95th percentile; the median itself for what was measured once.
  let high: Double
  /// The median of the least that the same can cost; nil where there is no such thing.
  var floor: Double?
  /// What it may be; nil where nothing is promised.
  var budget: Budget?

  /// How much something may cost.
  struct Budget: Equatable {
    /// The most, or for what is counted per second the least.
    let limit: Double
    /// True when the 95th percentile counts, false when the median does.
    let isOfHigh: Bool
    /// How many times the floor is allowed where that is more than the limit.
    var timesFloor: Double?
  }

  /// Makes a figure of times.
  init(_ name: String, _ times: [Duration], floor: Double? = nil, budget: Budget? = nil) {
    let sorted = times.map(Self.milliseconds).sorted()
    self.init(
      name, .milliseconds, median: Self.quantile(sorted, 0.5), high: Self.quantile(sorted, 0.95))
    self.floor = floor
    self.budget = budget
  }

  /// Makes a figure of two numbers.
  init(_ name: String, _ unit: Unit, median: Double, high: Double? = nil, budget: Budget? = nil) {
    self.name = name
    self.unit = unit
    self.median = median
    self.high = high ?? median
    self.budget = budget
  }

  /// True unless it is over its budget.
  var holds: Bool {
    guard let budget else { return true }
    if unit == .perSecond { return median >= budget.limit }
    let measured = budget.isOfHigh ? high : median
    let allowed = (floor ?? 0) * (budget.timesFloor ?? 0)
    return measured <= max(budget.limit, allowed)
  }

  /// A time in milliseconds.
  static func milliseconds(_ time: Duration) -> Double {
    Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) / 1e15
  }

  /// The value below which so large a part of sorted values lies; 0 of none.
  static func quantile(_ sorted: [Double], _ part: Double) -> Double {
    guard let last = sorted.last else { return 0 }
    let index = Int((Double(sorted.count) * part).rounded(.up)) - 1
    return sorted.indices.contains(index) ? sorted[index] : last
  }

  // MARK: Printing

  /// The columns of a table: name, unit, median, 95th percentile, floor, ratio, budget.
  var row: [String] {
    [
      name, unit.rawValue, Self.text(median), Self.text(high), floor.map(Self.text) ?? "",
      floor.flatMap { $0 > 0 ? Self.text(median / $0) : nil } ?? "",
      budget.map { "\(Self.text($0.limit))\(holds ? "" : " broken")" } ?? "",
    ]
  }

  /// The figure as JSON.
  var json: JSON {
    .object([
      JSON.Member("name", .string(name)), JSON.Member("unit", .string(unit.rawValue)),
      JSON.Member("median", Self.number(median)), JSON.Member("p95", Self.number(high)),
      JSON.Member("floor", floor.map(Self.number) ?? .null),
      JSON.Member("budget", (budget?.limit).map(Self.number) ?? .null),
      JSON.Member("holds", .boolean(holds)),
    ])
  }

  /// A number with three digits that count.
  static func text(_ value: Double) -> String {
    let digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3
    let scale = [1.0, 10, 100, 1_000][digits]
    let whole = Int((value * scale).rounded())
    guard digits > 0 else { return String(whole) }
    let fraction = String(Int(scale) + whole % Int(scale)).dropFirst()
    return "\(whole / Int(scale)).\(fraction)"
  }

  private static func number(_ value: Double) -> JSON { .decimal(text(value)) }
}
