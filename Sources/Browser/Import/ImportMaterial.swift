public import ReadingModel

/// What a person gives to be imported.
public enum ImportMaterial: Equatable, Sendable {
  /// A file or a folder; a line that names none is itself a document.
  case line(ImportPath)
  /// Text that was pasted, of any length, not cleaned.
  case pasted(String)

  /// What it is called until more is known.
  var name: String {
    switch self {
    case .line(let path): path.shown
    case .pasted: "pasted text"
    }
  }

  /// Takes a paste for a document; nil when it is a line that belongs into the prompt.
  init?(paste text: String) {
    var lines = 0
    var isBlank = true
    for byte in text.utf8 {
      if byte == 0x0A {
        isBlank = true
      } else if isBlank, byte != 0x20, byte != 0x09, byte != 0x0D {
        isBlank = false
        lines += 1
        if lines > 1 { break }
      }
    }
    guard lines > 1 || text.utf8.count > LineInput.longest else { return nil }
    self = .pasted(text)
  }
}

/// What is to be imported, and how.
public struct ImportOrder: Equatable, Sendable {
  /// What is imported.
  public var material: ImportMaterial
  /// What is asked beyond it.
  public var request: ImportRequest

  /// Makes an order.
  public init(material: ImportMaterial, request: ImportRequest = ImportRequest()) {
    self.material = material
    self.request = request
  }
}

/// What an import came to.
public struct ImportResult: Equatable, Sendable {
  /// The sentence, and whether anything is different now.
  public var outcome: Outcome
  /// The first list that was imported, where it is in the library.
  public var list: ListID?

  /// Makes a result.
  public init(outcome: Outcome, list: ListID?) {
    self.outcome = outcome
    self.list = list
  }
}

/// The part of the world that imports: it works on another thread than the browser.
///
/// Errors are shown as `String(describing:)`. The documents of the last plan are kept, so that what
/// is imported is what was shown, even when the file changed meanwhile.
public protocol ImportDesk: Sendable {
  /// The names that a path can go on with, sorted, some hundreds at most.
  ///
  /// - Parameter path: the beginning of a path in bytes; `~/` is the home folder.
  func names(beginning path: [UInt8]) throws -> [PathName]
  /// What an import would do.
  ///
  /// - Parameter job: asked whether to stop, and told how far it is.
  func plan(_ order: ImportOrder, _ job: JobControl) throws -> ImportPlan
  /// Brings the documents of the last plan in, as one step of the history.
  func perform(_ order: ImportOrder, _ job: JobControl) throws -> ImportResult
  /// Lets go of the documents of the last plan.
  func forget()
}
