import Foundation
import ReadingModel

@testable import Interchange

/// A suite that reads lists in Markdown.
protocol MarkdownReading {}

extension MarkdownReading {
  func document(_ text: String) throws -> ParsedDocument {
    try ParsedDocument(
      reading: ImportSource(name: "list.md", data: Data(text.utf8)), with: .markdown)
  }

  func entries(_ text: String) throws -> [ParsedEntry] {
    try document(text).lists.flatMap(\.sections).flatMap(\.entries)
  }

  func titles(_ text: String) throws -> [String] { try entries(text).map(\.paper.title) }
}
