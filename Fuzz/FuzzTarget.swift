import Foundation

/// Something that is tried with any bytes: it may neither crash, nor hang, nor break a promise.
struct FuzzTarget: Sendable {
  /// Its name in `make fuzz`.
  let name: String
  /// Tries the bytes, and stops the process by `expect` where a promise is broken.
  let run: @Sendable (_ bytes: Data) throws -> Void

  /// Every target.
  static let all: [FuzzTarget] =
    importers + [
      textDecoding, listFormat, query, configuration, commandLine, keyDecoding, keyNotation,
      safeText, textLayout, markdownPage, noteEditor, history,
    ]
}
