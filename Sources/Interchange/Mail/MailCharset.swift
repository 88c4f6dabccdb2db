#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The character sets of mail.
enum MailCharset {
  /// Bytes in a character set as UTF-8.
  ///
  /// Latin-1, Latin-9 and Windows-1252 are read as such; anything else is UTF-8 or UTF-16 where that
  /// is what the bytes are.
  static func utf8(_ bytes: [UInt8], charset: String?) -> Data {
    switch charset?.lowercased() {
    case "iso-8859-1", "latin1", "windows-1252", "cp1252", "us-ascii", "iso-8859-15":
      let isLatin9 = charset?.lowercased() == "iso-8859-15"
      guard bytes.contains(where: { $0 >= 0x80 }) else { return Data(bytes) }
      var text = String.UnicodeScalarView()
      for byte in bytes {
        text.append(isLatin9 ? latin9[byte] ?? Unicode.Scalar(byte) : Windows1252.scalar(byte))
      }
      return Data(String(text).utf8)
    default: return TextDecoding.decode(Data(bytes)).bytes
    }
  }

  /// Bytes in a character set as text.
  static func text(_ bytes: [UInt8], charset: String?) -> String {
    String(decoding: utf8(bytes, charset: charset), as: UTF8.self)
  }

  /// Where ISO 8859-15 differs from ISO 8859-1.
  private static let latin9: [UInt8: Unicode.Scalar] = [
    0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
  ]
}
