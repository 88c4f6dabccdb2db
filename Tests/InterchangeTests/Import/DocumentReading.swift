import Foundation
import Interchange
import ReadingModel

/// A document in a test: its parts as an importer hands them over.
struct Read {
  var entries: [ParsedEntry] = []
  var warnings: [Diagnostic] = []
  var leftOut: [Diagnostic] = []

  /// Reads a text with the importer of a name.
  init(_ text: String, as format: String) throws {
    try self.init(Data(text.utf8), as: format)
  }

  /// Reads a document with the importer of a name.
  init(_ data: Data, as format: String) throws {
    guard let importer = Importers.named(format) else { return }
    var read = self
    try importer.read(ImportSource(name: "", data: data)) { part in
      switch part {
      case .entry(let entry): read.entries.append(entry)
      case .warning(let warning): read.warnings.append(warning)
      case .leftOut(let text): read.leftOut.append(text)
      case .list, .section: break
      }
    }
    self = read
  }

  /// The format that a text is taken for.
  static func format(of text: String, name: String = "") -> String? {
    Importers.importer(for: ImportSource(name: name, data: Data(text.utf8)))?.name
  }
}

/// Random numbers that are the same in every run.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The generator is SplitMix64 (https://prng.di.unimi.it/splitmix64.c).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Documents that are no documents, for promises that must hold for any.
enum Damage {
  /// Each beginning of a document.
  static func beginnings(of data: Data) -> [Data] { (0...data.count).map { data.prefix($0) } }

  /// A document with bytes replaced, taken out, repeated and put in.
  static func mutated(_ data: Data, with dice: inout Dice) -> Data {
    var bytes = [UInt8](data)
    for _ in 0..<Int.random(in: 1...8, using: &dice) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &dice)
      switch Int.random(in: 0..<4, using: &dice) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
      case 1:
        let end = min(bytes.count, place + Int.random(in: 1...20, using: &dice))
        bytes.removeSubrange(place..<end)
      case 2:
        let end = min(bytes.count, place + Int.random(in: 1...40, using: &dice))
        bytes.insert(contentsOf: bytes[place..<end], at: place)
      default:
        let signs = Array("{}\"@,=#%$\\~-\n".utf8)
        bytes.insert(signs[Int.random(in: 0..<signs.count, using: &dice)], at: place)
      }
    }
    return Data(bytes)
  }
}
