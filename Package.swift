// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "actviz",
  platforms: [.macOS(.v14)],
  products: [
    .library(name: "Activations", targets: ["Activations", "Formulas", "Analysis"]),
    .executable(name: "actviz", targets: ["actviz"]),
    .executable(name: "actviz-runner", targets: ["actviz-runner"]),
  ],
  dependencies: [
    // Makes the library's documentation, by Scripts/document; nothing of it is in what is built.
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0")
  ],
  targets: [
    // Draws. `cairo-png` rather than `cairo`: it names libpng too, which a static Cairo wants.
    .systemLibrary(
      name: "CCairo",
      pkgConfig: "cairo-png",
      providers: [.apt(["libcairo2-dev"]), .brew(["cairo"])]
    ),
    // Reads figure files. libyaml itself rather than a library in Swift around it, which needs all of Foundation:
    // that doubled the program, and made every drawing a tenth slower.
    .systemLibrary(
      name: "CYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    // Numbers of any precision with correct, directed rounding, of which proved values are made. MPFR rather than Arb, which
    // is faster, but costs 1.7 ms of every start (MPFR 0.1), and has no static library in Debian.
    .systemLibrary(
      name: "CMPFR",
      pkgConfig: "mpfr",
      providers: [.apt(["libmpfr-dev"]), .brew(["mpfr"])]
    ),
    // Reads the arrays that numpy.savez_compressed packs, and packs images within an SVG.
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),
    // The shortest decimal of a double, in C: five times as fast as `description`; and a decimal's double, six times as fast as
    // `strtod`.
    .target(name: "CShortestDecimal", exclude: ["make-powers"]),
    // Arguments as `main` gets them, and the files that a signal removes.
    .target(name: "CProcess"),
    // Long work on all cores, its results in order: threads of the system, which need nothing else.
    .target(name: "Blocks"),
    // Functions over columns in vector registers, as wide as the processor has them.
    .target(name: "CKernels"),
    .target(name: "Activations", dependencies: ["CKernels"]),
    .target(name: "Formulas", dependencies: ["Activations"]),
    .target(name: "Exact", dependencies: ["Activations", "Formulas", "CMPFR"]),
    .target(name: "Analysis", dependencies: ["Activations", "Formulas", "Exact"]),
    // Writes functions as code of other languages, and measures it. A target of its own: it needs proved values, and nothing else
    // but the command needs it.
    .target(name: "Export", dependencies: ["Activations", "Formulas", "Exact"]),
    .target(name: "Figures", dependencies: ["Activations"]),
    // The pixels of a picture as PNG packs them: in C, since it is a loop over six million bytes, a fifth of a figure's time.
    .target(name: "CPixels"),
    .target(name: "CairoBackend", dependencies: ["CCairo", "CPixels", "CZlib", "Figures"]),
    // Pages that stand alone. Their scripts and styles are files, built into the program: a static one has no folder of resources.
    .target(
      name: "HTMLBackend", dependencies: ["Figures", "Tables"],
      resources: [
        "data.js", "scales.js", "ticks.js", "curves.js", "panels.js", "view.js", "reading.js",
        "fields.js", "levels.js", "points.js", "gestures.js", "sliders.js", "taking.js",
        "gennorm.js",
        "rational.js", "start.js", "page.css",
      ].map { .embedInCode("Resources/\($0)") }),
    // A picture of characters: dots of braille, axes of lines, in colours that a terminal shows.
    .target(name: "TextBackend", dependencies: ["Figures"]),
    .target(name: "Tables", dependencies: ["Activations", "CShortestDecimal"]),
    .target(
      name: "FigureSpecification",
      dependencies: ["Activations", "Formulas", "Analysis", "Figures", "CYAML"]),
    .executableTarget(
      name: "actviz",
      dependencies: [
        "Activations", "Formulas", "Exact", "Export", "Analysis", "Figures", "CairoBackend",
        "HTMLBackend", "TextBackend", "Blocks", "CProcess", "CShortestDecimal", "CZlib",
        "FigureSpecification", "Tables",
      ]
    ),
    // Calls functions of shared libraries: a program of its own, since a static executable cannot load any.
    .executableTarget(
      name: "actviz-runner", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .testTarget(name: "BlocksTests", dependencies: ["Blocks"]),
    .testTarget(
      name: "ActivationsTests",
      dependencies: ["Activations", "Formulas", "Analysis"],
      exclude: ["judge-widths", "make-catalogue-tables", "make-reference-tables", "widths.c"],
      resources: [.copy("Reference")]
    ),
    .testTarget(name: "FormulasTests", dependencies: ["Activations", "Formulas"]),
    .testTarget(
      name: "ExactTests", dependencies: ["Exact", "CMPFR", "Activations", "Formulas"],
      exclude: ["judge-columns", "make-formula-values", "make-narrow-checksums"],
      resources: [.copy("Reference")]),
    .testTarget(
      name: "AnalysisTests", dependencies: ["Activations", "Formulas", "Exact", "Analysis"],
      exclude: [
        "judge-sheets", "make-contours", "make-fits", "make-measures", "make-plane-values",
        "make-sheets", "make_sheets",
      ],
      resources: [.copy("Reference")]),
    .testTarget(
      name: "ExportTests", dependencies: ["Export", "Activations", "Formulas", "Exact"],
      exclude: [
        "check-cuda", "check-latex", "check-pages", "check-torch", "check-triton",
        "code_runners.py", "formulas.txt",
        "measure-code",
      ]),
    .testTarget(name: "FiguresTests", dependencies: ["Figures"], exclude: ["Snapshots"]),
    .testTarget(name: "CairoBackendTests", dependencies: ["CairoBackend", "CPixels", "CZlib"]),
    .testTarget(
      name: "HTMLBackendTests", dependencies: ["HTMLBackend", "Figures", "Activations"],
      exclude: [
        "browser.py", "care_checks.py", "check-evaluator", "check-sliders", "open-pages",
        "page_code.py",
      ]),
    .testTarget(name: "TextBackendTests", dependencies: ["TextBackend", "Figures", "Activations"]),
    .testTarget(name: "TablesTests", dependencies: ["Activations", "Tables"]),
    .testTarget(
      name: "FigureSpecificationTests", dependencies: ["FigureSpecification"]),
    .testTarget(
      name: "actvizTests", dependencies: ["actviz"],
      exclude: [
        "CommandLines.txt", "FaultyLibrary.c", "Fixtures-0.1.0", "Input", "Truth",
        "fuzz-input-files", "in-terminal",
        "judge-cases", "judge-thresholds", "make-input-files",
        "press-tab",
      ]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
