#!/usr/bin/env python3
"""Writes WidthTable, AmbiguousTable and LatinFolding in Sources/Terminal/Text from the Unicode data.

The newest data comes from the package unicodedata2 (pip install unicodedata2); without it the
data of Python itself is used. The version is written into the files.
"""

import pathlib

try:
    import unicodedata2 as ucd
except ImportError:
    import unicodedata as ucd

TEXT = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "Terminal" / "Text"

# The format characters that are drawn: they stand before a number and enclose it.
PREPENDED = {0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD} | set(range(0x600, 0x606))

# Code points without a character yet that the standard already counts as wide (UAX #11, section 6).
RESERVED_WIDE = (
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD),
)


def width(code):
    character = chr(code)
    category = ucd.category(character)
    if code in PREPENDED:
        return 1
    if category in ("Cc", "Cf", "Cs", "Zl", "Zp", "Mn", "Me"):
        return 0
    if 0x1160 <= code <= 0x11FF or 0xD7B0 <= code <= 0xD7FF:
        return 0  # Hangul vowels and finals, drawn inside the syllable that their lead begins
    if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        return 0  # noncharacters
    if any(first <= code <= last for first, last in RESERVED_WIDE):
        return 2
    if category != "Cn" and ucd.east_asian_width(character) in ("W", "F"):
        return 2
    return 1


def width_table():
    changes = []
    before = None
    for code in range(0x110000):
        now = width(code)
        if now != before:
            changes.append(code << 2 | now)
            before = now
    return changes


def is_ambiguous(code):
    return width(code) == 1 and ucd.east_asian_width(chr(code)) == "A" and code < 0xE000


def ambiguous_table():
    edges = []
    for code in range(0xE001):
        if is_ambiguous(code) != (len(edges) % 2 == 1):
            edges.append(code)
    return edges


def lines(items, indent="    "):
    line = indent
    for item in items:
        if len(line) + len(item) + 2 > 100:
            yield line.rstrip()
            line = indent
        line += item + ", "
    yield line.rstrip()


def grouped(number):
    digits = f"{number:08X}"
    return f"0x{digits[:4]}_{digits[4:]}"


# What decomposition does not reach: letters with a stroke, ligatures, letters of their own.
LETTERS = dict(zip(
    "ÆæÐðØøÞþßĐđĦħıĸĿŀŁłŊŋŒœŦŧſƀƁƂƃƄƅƆƇƈƉƊƋƌƍƎƏƐƑƒƓƔƕƖƗƘƙƚƛƜƝƞƟƢƣƤƥƩƪ"
    "ƫƬƭƮƱƲƳƴƵƶƷƸƹƺǝǤǥǶǷȜȝȠȡȢȣȤȥȴȵȶȷȺȻȼȽȾȿɀɃɄɅɆɇɈɉɊɋɌɍɎɏẜẝẞẟỺỻỼỽỾỿ",
    "AaDdOoTtsDdHhikLlLlNnOoTtsbBBbbbOCcDDDddEEEFfGGhIIKklLMNnOOoPpSs"
    "tTtTUVYyZzZZzzeGgHWYyNdOoZzlntjACcLTszBUVEeJjQqRrYyssSdLlVvYy",
))


def folded(code):
    character = chr(code)
    if character in LETTERS:
        return LETTERS[character]
    base = ucd.normalize("NFKD", character)[0]
    base = LETTERS.get(base, base)
    return base if base.isascii() and base.isprintable() and base != " " else "?"


def write(name, text):
    (TEXT / name).write_text(text, encoding="utf-8")


table = width_table()
write("WidthTable.swift", f"""\
// Made by Scripts/width-table.py from Unicode {ucd.unidata_version}; change the script, not this file.

/// The columns of every code point, by East Asian Width (UAX #11) and general category.
enum WidthTable {{
  /// The code points at which the width changes, ascending: `code point << 2 | columns`.
  static let changes: [UInt32] = [
{chr(10).join(lines([grouped(entry) for entry in table]))}
  ]
}}
""")

write("AmbiguousTable.swift", f"""\
// Made by Scripts/width-table.py from Unicode {ucd.unidata_version}; change the script, not this file.

/// The code points of ambiguous width (UAX #11) below those of private use.
enum AmbiguousTable {{
  /// Where ranges of them begin and where they end, ascending and by turns.
  static let edges: [UInt32] = [
{chr(10).join(lines([f"0x{edge:04X}" for edge in ambiguous_table()]))}
  ]
}}
""")


def letters(first, last):
    text = "".join(folded(code) for code in range(first, last + 1))
    return " \\\n".join(f"    {text[i:i + 80]}" for i in range(0, len(text), 80)).replace(" \\", "\\")


write("LatinFolding.swift", f"""\
// Made by Scripts/width-table.py from Unicode {ucd.unidata_version}; change the script, not this file.

/// The Latin letter without its marks for each letter of the blocks of accented Latin.
enum LatinFolding {{
  /// U+00C0 to U+024F, one ASCII character each.
  static let extended = Array(
    \"\"\"
{letters(0xC0, 0x24F)}
    \"\"\".utf8)

  /// U+1E00 to U+1EFF, one ASCII character each.
  static let additional = Array(
    \"\"\"
{letters(0x1E00, 0x1EFF)}
    \"\"\".utf8)
}}
""")
