import Browser
import Foundation

/// Writes options into the configuration file.
struct OptionKeeper: Sendable {
  /// The file.
  let path: String

  /// What writes an option.
  ///
  /// - Parameters:
  ///   - value: its value as `:set` takes it; nil for the one it has now.
  ///   - configuration: the options as they are now.
  /// - Throws: `Failure` when there is no such option, or no such value.
  func keeping(
    _ name: String, as value: String?, over configuration: Configuration
  ) throws(Failure) -> OptionKeeping {
    guard !Configuration.tables.contains(name) else {
      throw Failure(sentence: "“\(name)” is a table; change it in \(path).")
    }
    let changed = try value.map { value throws(Failure) in
      try configuration.changing(name, to: value)
    }
    let option = ConfigurationOption.all.first { $0.name == name }
    let notation = option?.value(changed ?? configuration) ?? ""
    do {
      _ = try configuration.changing(name, to: notation)
    } catch {
      guard option != nil else { throw error }
      throw Failure(
        sentence: "“\(name)” is \(notation); write :set! \(name)=VALUE to keep another.")
    }
    return OptionKeeping(value: notation) { try write(name, notation) }
  }

  private func write(_ name: String, _ value: String) throws -> String {
    let target = try target()
    let text = try text(of: target)
    let edit = try ConfigurationEdit(name, to: value, in: text ?? "", path: path)
    if edit.text != text { try replace(target, with: edit.text) }
    let time = Configuration.ofTheStart.contains(name) ? "from the next start on" : "from now on"
    return "\(name) is \(value) \(time); it stands in \(path), line \(edit.line)."
  }

  /// The file itself where the path is a link to it, so that the link stays one.
  private func target() throws -> String {
    var status = stat()
    guard lstat(path, &status) == 0 else { return path }
    guard let resolved = realpath(path, nil) else {
      throw Failure(sentence: "\(path) leads to a file that is not there, so nothing was written.")
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// What stands in the file; nil when there is none.
  private func text(of target: String) throws -> String? {
    guard access(target, F_OK) == 0 || errno != ENOENT else { return nil }
    guard let data = FileManager.default.contents(atPath: target) else {
      throw Failure(sentence: "\(path) cannot be read, so nothing was written.")
    }
    guard let text = String(bytes: data, encoding: .utf8) else {
      throw Failure(sentence: "\(path) is not UTF-8, so nothing was written.")
    }
    return text
  }

  /// Writes the file under another name beside it and renames it, so that it is whole at any moment.
  private func replace(_ target: String, with text: String) throws {
    let folder = target.lastIndex(of: "/").map { String(target[..<$0]) } ?? "."
    try? FileManager.default.createDirectory(
      atPath: folder.isEmpty ? "/" : folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    var name = Array((target + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw refusal }
    let temporary = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    var status = stat()
    if stat(target, &status) == 0 { fchmod(descriptor, status.st_mode & 0o7777) }
    var isWritten = Self.write(Array(text.utf8), to: descriptor) && fsync(descriptor) == 0
    let failure = refusal
    isWritten = close(descriptor) == 0 && isWritten
    guard isWritten, rename(temporary, target) == 0 else {
      let failure = isWritten ? refusal : failure
      unlink(temporary)
      throw failure
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private var refusal: Failure {
    Failure(
      sentence: "\(path) could not be written: \(String(cString: strerror(errno))); the option "
        + "was not kept.")
  }
}
