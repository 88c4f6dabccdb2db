public import ReadingModel

/// A reader of documents of one format.
///
/// An importer is a value; adding one is a file in `Importers/` and a line in `Importers.all`.
public struct Importer: Sendable {
  /// The name of the format in commands: lower case letters and hyphens.
  public let name: String
  /// The endings of its files, in lower case without a full stop.
  public let endings: [String]
  /// What people call such documents, for messages: “BibTeX”.
  public let title: String
  /// How likely it is that a document is of this format, judged by its beginning.
  public let likelihood: @Sendable (_ source: ImportSource, _ sample: String) -> Likelihood
  /// Reads a document and hands over what it finds, in the order of the document.
  ///
  /// It never fails as a whole for one damaged part: what cannot be read becomes a warning with the
  /// line, and the rest is read. Time and memory are bounded by the size of the document. Throws what
  /// the receiver throws, at once, so that a person can stop it.
  public let read: @Sendable (_ source: ImportSource, _ receive: DocumentReceiver) throws -> Void

  /// Makes an importer.
  public init(
    name: String, title: String, endings: [String],
    likelihood: @escaping @Sendable (ImportSource, String) -> Likelihood,
    read: @escaping @Sendable (ImportSource, DocumentReceiver) throws -> Void
  ) {
    self.name = name
    self.title = title
    self.endings = endings
    self.likelihood = likelihood
    self.read = { source, receive in try read(source) { try receive($0.cleaned) } }
  }
}

/// Where an importer hands over what it reads.
public typealias DocumentReceiver = (DocumentPart) throws -> Void

/// One part of a document, in reading order.
public enum DocumentPart: Equatable, Sendable {
  /// A list begins, or, while nothing of the present one was handed over, what is known about it.
  case list(ListHead)
  /// A section begins; nil ends the present one without a new heading.
  case section(String?)
  /// An entry of the present section.
  case entry(ParsedEntry)
  /// Something was read otherwise than it may have been meant, or could not be read.
  case warning(Diagnostic)
  /// Text that was left out on purpose: an advert, a table of contents, closing words.
  case leftOut(Diagnostic)
}

extension DocumentPart {
  /// The part with safe text; heads and entries are clean from their making.
  fileprivate var cleaned: DocumentPart {
    switch self {
    case .list, .entry: self
    case .section(let title): .section(title.map { SafeText.line($0) })
    case .warning(let diagnostic): .warning(Self.cleaned(diagnostic))
    case .leftOut(let diagnostic): .leftOut(Self.cleaned(diagnostic))
    }
  }

  private static func cleaned(_ diagnostic: Diagnostic) -> Diagnostic {
    Diagnostic(line: diagnostic.line, message: SafeText.line(diagnostic.message))
  }
}

/// What a document says about a list; nil where it says nothing.
public struct ListHead: Equatable, Sendable {
  /// The name in commands, where the document gives one.
  public var slug: String?
  /// The name people read.
  public var title: String?
  /// What the list is for.
  public var kind: ListKind?
  /// The day it was issued, ISO 8601 (`2025-02-24`).
  public var issued: String?
  /// The interval it covers, ISO 8601 (`2025-02-24/2025-03-01`).
  public var period: String?
  /// Where it came from, in a sentence or as an address.
  public var source: String?
  /// What the list says about itself, Markdown.
  public var introduction: String

  /// Makes the head of a list; its texts are cleaned.
  public init(
    slug: String? = nil, title: String? = nil, kind: ListKind? = nil, issued: String? = nil,
    period: String? = nil, source: String? = nil, introduction: String = ""
  ) {
    self.slug = slug
    self.title = title.map { SafeText.line($0) }
    self.kind = kind
    self.issued = issued
    self.period = period
    self.source = source.map { SafeText.line($0) }
    self.introduction = SafeText.block(introduction)
  }
}

/// How likely it is that a document is of a format.
public enum Likelihood: Int, Comparable, Sendable {
  /// It is something else.
  case none
  /// It could be: nothing speaks against it.
  case possible
  /// It looks like it.
  case likely
  /// It carries the mark of the format.
  case certain

  /// Orders by certainty.
  public static func < (left: Likelihood, right: Likelihood) -> Bool {
    left.rawValue < right.rawValue
  }
}
