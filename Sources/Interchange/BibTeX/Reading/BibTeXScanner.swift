/// Takes a BibTeX document apart into its blocks, one at a time.
///
/// The rules are BibTeX's (https://ctan.org/pkg/bibtex, `bibtex.web`): what stands outside a block is
/// a comment, braces are counted whether or not a backslash stands before them. It goes further where
/// documents are damaged: a block that begins at the start of a line ends what has no end before it,
/// so that one missing brace never takes the entries behind it.
struct BibTeXScanner {
  /// What was found.
  enum Found: Equatable {
    /// An entry; it is in `block`.
    case entry
    /// One `@string` or more; they are the fields of `block`.
    case abbreviations
    /// Text outside of blocks, or an `@comment` or `@preamble`, at that place.
    case leftOut(Range<Int>)
    /// The document is at its end.
    case end
  }

  /// The document.
  let document: BibTeXBytes
  /// The place up to which the document is read.
  var index: Int
  /// What was found last.
  var block = BibTeXBlock()
  /// True once a comment without an end was seen: no other is looked through for its end then.
  private var doubtsComments = false

  /// Begins to read a document at a place.
  init(_ document: BibTeXBytes, at index: Int = 0) {
    self.document = document
    self.index = index
  }

  /// Reads on to the end of the next block, or of the text before it.
  mutating func next() -> Found {
    block.problems.removeAll(keepingCapacity: true)
    var textStart: Int?
    var isCommented = false
    while index < document.count {
      switch document[index] {
      case 0x0A, 0x0D: isCommented = false
      case UInt8(ascii: "%"):
        isCommented = true
        textStart = textStart ?? index
      case UInt8(ascii: "@") where !isCommented:
        if let head = document.head(at: index) {
          if let textStart { return .leftOut(document.trimmed(textStart..<index)) }
          return read(head)
        }
        noteMissingBrace()
        textStart = textStart ?? index
      case let byte: if !BibTeXBytes.isWhiteSpace(byte) { textStart = textStart ?? index }
      }
      index += 1
    }
    guard let textStart else { return .end }
    return .leftOut(document.trimmed(textStart..<document.count))
  }

  private mutating func read(_ head: BibTeXBytes.Head) -> Found {
    block.reset(at: index, type: head.type)
    let start = index
    if document.isType(head.type, "comment") || document.isType(head.type, "preamble") {
      skipGroup(head.open)
      return .leftOut(start..<index)
    }
    if document.isType(head.type, "string") {
      readFields(from: head.open + 1, open: document[head.open], keepsAll: true)
      return .abbreviations
    }
    readFields(from: readKey(from: head.open), open: document[head.open], keepsAll: false)
    return .entry
  }

  /// Steps over a group in braces or parentheses, or, when it has no end, to the next block.
  private mutating func skipGroup(_ open: Int) {
    let isBraced = document[open] == UInt8(ascii: "{")
    var depth = isBraced ? 1 : 0
    var nextBlock: Int?
    var place = open + 1
    search: while place < document.count {
      switch document[place] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if isBraced, depth == 0 {
          index = place + 1
          return
        }
      case UInt8(ascii: ")") where !isBraced && depth == 0:
        index = place + 1
        return
      case UInt8(ascii: "@") where nextBlock == nil && document.beginsBlock(at: place):
        nextBlock = place
        if doubtsComments { break search }
      default: break
      }
      place += 1
    }
    doubtsComments = true
    index = nextBlock ?? document.count
    problem(block.start, "“@\(document.text(block.type))” has no end and was left out")
  }

  /// Says that something is not as it should be.
  mutating func problem(_ offset: Int, _ message: String) {
    block.problems.append(BibTeXBlock.Problem(offset: offset, message: message))
  }

  /// Text such as `@someone` is no damage, but the type of an entry at the start of a line is.
  private mutating func noteMissingBrace() {
    guard document.isLineStart(index) else { return }
    let end = document.skipped(index + 1, while: BibTeXBytes.isOfType)
    let type = (index + 1)..<end
    for known in Self.commonTypes where document.isType(type, known) {
      problem(index, "“@\(document.text(type))” is not followed by a brace, so it was left out")
    }
  }

  private static let commonTypes: [StaticString] = [
    "article", "book", "conference", "inproceedings", "incollection", "misc", "online",
    "phdthesis", "techreport", "unpublished",
  ]
}
