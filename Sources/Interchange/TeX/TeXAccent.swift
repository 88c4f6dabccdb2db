/// An accent of LaTeX, as a combining mark of Unicode and as a character of its own.
struct TeXAccent {
  /// How many accents are read for one letter; more letters of that sort are damage.
  static let most = 4

  /// The mark that follows its letter.
  let combining: String
  /// What stands for the accent where it has no letter.
  let alone: String
  /// The letters of ASCII that have a character of their own with the accent.
  let composed: [UInt8: String]

  /// The accent of a command such as `\"`; nil when the sign is none.
  init?(symbol: UInt8) {
    guard let accent = Self.symbols[symbol] else { return nil }
    self = accent
  }

  /// The accent of a command such as `\v`; nil when the name is none.
  init?(command: String) {
    guard let accent = Self.commands[command] else { return nil }
    self = accent
  }

  /// Makes an accent; the letters come in pairs, without it and with it.
  private init(_ combining: String, alone: String, pairs: String) {
    self.combining = combining
    self.alone = alone
    var composed: [UInt8: String] = [:]
    var letter: UInt8?
    for scalar in pairs.unicodeScalars {
      if let plain = letter {
        composed[plain] = String(scalar)
        letter = nil
      } else {
        letter = UInt8(ascii: scalar)
      }
    }
    self.composed = composed
  }

  private static let symbols: [UInt8: TeXAccent] = [
    UInt8(ascii: "'"): TeXAccent(
      "\u{301}", alone: "'",
      pairs: "aácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzźAÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹ"),
    UInt8(ascii: "`"): TeXAccent(
      "\u{300}", alone: "`",
      pairs: "aàeèiìnǹoòuùwẁyỳAÀEÈIÌNǸOÒUÙWẀYỲ"),
    UInt8(ascii: "^"): TeXAccent(
      "\u{302}", alone: "^",
      pairs: "aâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑAÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐ"),
    UInt8(ascii: "\""): TeXAccent(
      "\u{308}", alone: "\"",
      pairs: "aäeëhḧiïoötẗuüwẅxẍyÿAÄEËHḦIÏOÖUÜWẄXẌYŸ"),
    UInt8(ascii: "~"): TeXAccent(
      "\u{303}", alone: "~",
      pairs: "aãeẽiĩnñoõuũvṽyỹAÃEẼIĨNÑOÕUŨVṼYỸ"),
    UInt8(ascii: "="): TeXAccent(
      "\u{304}", alone: "¯",
      pairs: "aāeēgḡiīoōuūyȳAĀEĒGḠIĪOŌUŪYȲ"),
    UInt8(ascii: "."): TeXAccent(
      "\u{307}", alone: ".",
      pairs: "aȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzżAȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻ"),
  ]

  private static let commands: [String: TeXAccent] = [
    "c": TeXAccent("\u{327}", alone: "¸", pairs: "cçdḑeȩgģhḩkķlļnņrŗsştţCÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢ"),
    "v": TeXAccent(
      "\u{30C}", alone: "ˇ",
      pairs: "aǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzžAǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽ"),
    "u": TeXAccent("\u{306}", alone: "˘", pairs: "aăeĕgğiĭoŏuŭAĂEĔGĞIĬOŎUŬ"),
    "H": TeXAccent("\u{30B}", alone: "˝", pairs: "oőuűOŐUŰ"),
    "k": TeXAccent("\u{328}", alone: "˛", pairs: "aąeęiįoǫuųAĄEĘIĮOǪUŲ"),
    "r": TeXAccent("\u{30A}", alone: "˚", pairs: "aåuůwẘyẙAÅUŮ"),
    "d": TeXAccent(
      "\u{323}", alone: ".",
      pairs: "aạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓAẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒ"),
    "b": TeXAccent("\u{331}", alone: "_", pairs: "bḇdḏhẖkḵlḻnṉrṟtṯzẕBḆDḎKḴLḺNṈRṞTṮZẔ"),
    "h": TeXAccent("\u{309}", alone: "", pairs: "aảeẻiỉoỏuủyỷAẢEẺIỈOỎUỦYỶ"),
    "t": TeXAccent("\u{361}", alone: "", pairs: ""),
    "textcommabelow": TeXAccent("\u{326}", alone: ",", pairs: "sștțSȘTȚ"),
  ]
}
