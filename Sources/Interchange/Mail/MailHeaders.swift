#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The fields at the head of a message or of a part of one (RFC 5322, section 2.2).
struct MailHeaders {
  /// How many fields are kept; no program writes that many.
  private static let mostFields = 1_000

  private var fields: [(name: String, value: [UInt8])] = []

  /// Reads fields up to the first line that is none.
  ///
  /// - Parameters:
  ///   - lines: The lines of a document.
  ///   - range: The lines to look at; reading begins at the first of them.
  ///   - body: The first line behind the fields and the blank line that ends them.
  init(_ lines: MailLines, in range: Range<Int>, body: inout Int) {
    var index = range.lowerBound
    while index < range.upperBound {
      let line = lines[index]
      if line.isEmpty {
        index += 1
        break
      }
      if line.first == 0x20 || line.first == 0x09 {
        // A field goes on in lines that begin with white space.
        guard !fields.isEmpty else { break }
        if fields[fields.count - 1].value.count < 1 << 16 {
          fields[fields.count - 1].value += [0x20] + Array(line).trimmed
        }
      } else if let name = Self.name(of: line) {
        let value = Array(line.dropFirst(name.utf8.count + 1)).trimmed
        if fields.count < Self.mostFields { fields.append((name.lowercased(), Array(value))) }
      } else if index > range.lowerBound || !line.starts(with: "From ".utf8) {
        break
      }
      index += 1
    }
    body = index
  }

  /// The name of the field that a line begins, as it is written; nil when it begins none.
  static func name(of line: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    guard let colon = line.prefix(80).firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex
    else { return nil }
    let name = line[..<colon]
    guard name.allSatisfy({ 0x21...0x7E ~= $0 }) else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  /// The text of the first field of that name, with encoded words decoded; nil when there is none.
  subscript(name: String) -> String? {
    fields.first { $0.name == name }.map { EncodedWords.decoded($0.value) }
  }

  /// A value with parameters, such as `text/plain; charset=utf-8`; nil when there is no such field.
  func parameters(of name: String) -> MailParameters? {
    fields.first { $0.name == name }.map { MailParameters($0.value) }
  }
}
