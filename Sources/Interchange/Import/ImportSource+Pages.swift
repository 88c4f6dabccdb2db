#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension ImportSource {
  /// Gives the memory back that the pages of a mapped document take.
  ///
  /// One that is read again comes from the file again. Other documents stay as they are.
  /// https://man7.org/linux/man-pages/man2/madvise.2.html
  public func releasePages() {
    guard isMapped else { return }
    bytes.withUnsafeBytes { (buffer: UnsafeRawBufferPointer) in
      guard let first = buffer.baseAddress else { return }
      let size = UInt(sysconf(Int32(_SC_PAGESIZE)))
      let start = (UInt(bitPattern: first) + size - 1) / size * size
      let end = UInt(bitPattern: first + buffer.count) / size * size
      guard start < end, let page = UnsafeMutableRawPointer(bitPattern: start) else { return }
      _ = madvise(page, Int(end - start), MADV_DONTNEED)
    }
  }

  /// True when two documents are the same bytes at the same place or one is a part of the other.
  static func isShared(_ part: Data, of whole: Data) -> Bool {
    part.withUnsafeBytes { (part: UnsafeRawBufferPointer) in
      whole.withUnsafeBytes { (whole: UnsafeRawBufferPointer) in
        guard let first = part.baseAddress, let start = whole.baseAddress else { return false }
        return start <= first && first + part.count <= start + whole.count
      }
    }
  }
}
