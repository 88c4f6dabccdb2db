// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is built to the same rules: explicit existentials, imports that say whether
/// they are part of the interface, and no warning left standing.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let yaml = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "lectern",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "lectern", targets: ["lectern"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The terminal.
    .target(
      name: "CNcurses",
      linkerSettings: [
        .linkedLibrary("ncursesw"), .linkedLibrary("tinfo", .when(platforms: [.linux])),
      ]),
    .target(name: "Terminal", swiftSettings: strict),
    .target(
      name: "NcursesTerminal", dependencies: ["CNcurses", "Terminal"], swiftSettings: strict),

    // The library of papers.
    .target(name: "ReadingModel", swiftSettings: strict),
    .target(name: "CFileSystem"),
    .target(name: "CSQLiteSession", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(
      name: "ReadingStore",
      dependencies: ["ReadingModel", "CFileSystem", "CSQLiteSession", grdb, sqlite],
      swiftSettings: strict),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "md4c",
      providers: [.apt(["libmd4c-dev"]), .brew(["md4c"])]),
    .systemLibrary(name: "CExpat"),
    .target(
      name: "Interchange", dependencies: ["ReadingModel", "CMarkdown", "CExpat", yaml],
      swiftSettings: strict),
    .target(
      name: "ReadingActions", dependencies: ["ReadingModel", "ReadingStore", "Interchange"],
      swiftSettings: strict),
    .target(
      name: "SeedLists", path: "seeds",
      resources: [
        .embedInCode("reading-order.md"), .embedInCode("papers-you-should-know.md"),
        .embedInCode("weekly-2025-02-24.md"), .embedInCode("paper-notes.md"),
        .embedInCode("private-links.md"),
      ],
      swiftSettings: strict),

    // The two front ends, and the place where the parts are joined.
    .target(name: "Browser", dependencies: ["ReadingModel", "Terminal"], swiftSettings: strict),
    .target(
      name: "LecternCommands",
      dependencies: [
        "Terminal", "NcursesTerminal", "ReadingModel", "ReadingStore", "Interchange",
        "ReadingActions", "SeedLists", "Browser", argumentParser, toml,
      ],
      swiftSettings: strict),
    .executableTarget(name: "lectern", dependencies: ["LecternCommands"], swiftSettings: strict),

    // Tests.
    .target(
      name: "TestSupport", dependencies: ["Terminal", "ReadingModel"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "NcursesTerminalTests",
      dependencies: ["NcursesTerminal", "CNcurses", "Terminal", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReadingModelTests", dependencies: ["ReadingModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReadingStoreTests",
      dependencies: ["ReadingStore", "ReadingModel", "CSQLiteSession", "TestSupport", grdb],
      exclude: ["Databases"], swiftSettings: strict),
    .testTarget(
      name: "InterchangeTests",
      dependencies: ["Interchange", "ReadingModel", "SeedLists", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReadingActionsTests",
      dependencies: [
        "ReadingActions", "ReadingStore", "ReadingModel", "Interchange", "SeedLists",
        "TestSupport", grdb,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "BrowserTests",
      dependencies: ["Browser", "Terminal", "ReadingModel", "TestSupport"],
      exclude: ["__Snapshots__", "Screens/__Snapshots__"],
      swiftSettings: strict),
    .testTarget(
      name: "LecternCommandsTests",
      dependencies: [
        "lectern", "LecternCommands", "ReadingModel", "ReadingStore", "ReadingActions", "Browser",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["lectern", "TestSupport"], exclude: ["Emulator"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// The fuzzer is linked with libFuzzer's driver, which `make fuzz` names; nothing else builds it.
if Context.environment["LECTERN_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Fuzz/CFuzzer"),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "CFuzzer", "Terminal", "NcursesTerminal", "ReadingModel", "ReadingStore", "Interchange",
        "ReadingActions", "SeedLists", "Browser", "LecternCommands", grdb,
      ],
      path: "Fuzz", exclude: ["CFuzzer", "Corpora", "README.md"], swiftSettings: strict),
  ]
}
