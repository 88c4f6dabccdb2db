#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How much work something is, whatever the machine does beside it and whatever the tests are built
/// with: the processor time of its thread, in units of plain work done right before it.
public enum Effort {
  /// Measures the work of a body on the thread that calls.
  ///
  /// - Returns: How many times as long it took as walking over a hundred thousand bytes.
  public static func of(_ body: () throws -> Void) rethrows -> Double {
    let unit = (0..<3).map { _ in time { walk() } }.min() ?? 0
    let begin = now()
    try body()
    return (now() - begin) / max(unit, 1e-6)
  }

  private static func time(_ body: () -> Void) -> Double {
    let begin = now()
    body()
    return now() - begin
  }

  /// Seconds of the processor that this thread has had.
  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func walk() {
    let bytes = [UInt8](repeating: 0x61, count: 100_000)
    var sum: UInt64 = 0
    for byte in bytes { sum = sum &* 31 &+ UInt64(byte) }
    precondition(sum != 0)
  }
}
