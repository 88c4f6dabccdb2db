import Foundation
import Interchange
import ReadingModel

/// Reads a text as a document of a format; without one, as the format it is taken for.
func read(
  _ text: String, as format: String? = nil, name: String = ""
) throws -> ParsedDocument {
  try read(Array(text.utf8), as: format, name: name)
}

/// Reads bytes as a document.
func read(
  _ bytes: [UInt8], as format: String? = nil, name: String = ""
) throws -> ParsedDocument {
  let source = ImportSource(name: name, data: Data(bytes))
  let importer = format.flatMap { Importers.named($0) } ?? Importers.importer(for: source)
  guard let importer else { throw UnknownFormat() }
  return try ParsedDocument(reading: source, with: importer)
}

/// That a document was taken for no format.
struct UnknownFormat: Error {}

extension ParsedDocument {
  /// The entries of all lists in order.
  var entries: [ParsedEntry] { lists.flatMap { $0.sections.flatMap(\.entries) } }
}
