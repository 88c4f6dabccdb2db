/// The attributes of an element while it is being reported.
struct XMLAttributes {
  /// Names and values in turn, ended by nil; valid during the report only.
  let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute under its qualified name; nil when the element has none of that name.
  subscript(name: String) -> String? {
    var found: String?
    visit { attribute, value in
      if found == nil, name.utf8.elementsEqual(attribute.utf8) { found = value() }
    }
    return found
  }

  /// Visits the attributes in order; a value is copied only when it is asked for.
  func visit(_ body: (_ name: String, _ value: () -> String) -> Void) {
    guard var pair = pairs else { return }
    while let name = pair[0], let value = pair[1] {
      body(String(cString: name)) { String(cString: value) }
      pair += 2
    }
  }
}
