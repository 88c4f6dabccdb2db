/// The elements of HTML that matter for reading a page; all others only hold text.
enum HTMLElement: String, CaseIterable {
  case a, abbr, address, article, aside, audio, b, base, blockquote, body, br, button, canvas,
    caption
  case center, cite, code, col, dd, del, details, dialog, div, dl, dt, em, embed, fieldset,
    figcaption
  case figure, footer, form, h1, h2, h3, h4, h5, h6, head, header, hr, html, i, iframe, img, input,
    kbd
  case li, link, main, math, menu, meta, nav, noscript, object, ol, option, p, pre, q, s, samp,
    script
  case section, select, source, strike, strong, style, sub, summary, sup, svg, table, tbody, td
  case template, textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, video, wbr
  case other

  /// The element with that name, in any case.
  init(name: some Sequence<UInt8>) {
    let lowered = name.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    self = Self.names[String(decoding: lowered, as: UTF8.self)] ?? .other
  }

  private static let names = Dictionary(
    uniqueKeysWithValues: allCases.filter { $0 != .other }.map { ($0.rawValue, $0) })

  /// True for elements that have no content and no end tag.
  var isVoid: Bool {
    switch self {
    case .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .source, .track, .wbr: true
    default: false
    }
  }

  /// True for elements whose content is text in which no tags are looked for.
  var isRawText: Bool {
    switch self {
    case .script, .style, .textarea, .title, .iframe: true
    default: false
    }
  }

  /// True for elements that hold nothing to read.
  var isSkipped: Bool {
    switch self {
    case .script, .style, .textarea, .iframe, .template, .svg, .canvas, .object, .embed, .audio,
      .video, .button, .select, .option, .input, .dialog, .noscript:
      true
    default: false
    }
  }

  /// True for elements that stand around the content of a page.
  var isFurniture: Bool { self == .nav || self == .footer || self == .aside }

  /// True for elements that begin and end a line of their own.
  var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .div,
      .dl,
      .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header,
      .hr, .html, .li, .main, .menu, .nav, .ol, .p, .pre, .section, .summary, .table, .tbody, .td,
      .tfoot, .th, .thead, .tr, .ul:
      true
    default: false
    }
  }

  /// The level of a heading, 1 to 6; nil for anything else.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}
