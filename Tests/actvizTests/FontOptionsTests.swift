import CairoBackend
import Foundation
import Testing

@testable import actviz

/// DejaVu Sans, where Linux and macOS keep it; it has no Chinese character.
private let dejaVu = [
  "/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/dejavu-sans-fonts",
  "/usr/share/fonts/dejavu", "/usr/share/fonts/TTF",
].map { $0 + "/DejaVuSans.ttf" }.first { FileManager.default.fileExists(atPath: $0) }

@Suite struct FontOptionsTests {
  /// A folder in which `fonts.conf` knows the fonts of `fonts` alone, DejaVu Sans among them if asked for.
  private func folder(withDejaVu: Bool) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let fonts = folder.path("fonts")
    try FileManager.default.createDirectory(atPath: fonts, withIntermediateDirectories: true)
    if withDejaVu, let dejaVu {
      try FileManager.default.copyItem(atPath: dejaVu, toPath: fonts + "/DejaVuSans.ttf")
    }
    try folder.write(
      """
      <?xml version="1.0"?>
      <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
      <fontconfig><dir>\(fonts)</dir><cachedir>\(folder.path("cache"))</cachedir></fontconfig>
      """, to: "fonts.conf")
    return folder
  }

  private func plot(_ arguments: String, withDejaVu: Bool = true) throws -> Binary.Run {
    let folder = try folder(withDejaVu: withDejaVu)
    return try Binary.shell(
      "FONTCONFIG_FILE='\(folder.path("fonts.conf"))' $actviz \(arguments)", in: folder.path)
  }

  @Test(.enabled(if: dejaVu != nil || Binary.isCI), arguments: ["png", "svg", "pdf"])
  func aCharacterOfNoFontIsWarnedOfOnce(format: String) throws {
    let run = try plot("plot gelu mish --title '激活函数 激 ✓' -o a.\(format)")
    #expect(run.status == 0)
    #expect(run.text == "a.\(format)\n")
    #expect(
      run.error == """
        Warning: No installed font has '激' (U+6FC0), '活' (U+6D3B), '函' (U+51FD) or '数' (U+6570), \
        drawn as empty boxes; Debian's fonts-noto-cjk would show them.

        """)
  }

  @Test(.enabled(if: dejaVu != nil || Binary.isCI))
  func quietSaysNothingOfMissingCharacters() throws {
    for command in [
      "plot gelu", "compare gelu mish", "inspect gelu", "fit swish --to gelu --over beta=1:2",
    ] {
      let run = try plot("\(command) -q --title '激' -o a.svg")
      #expect(run.status == 0 && run.text.isEmpty && run.error.isEmpty, "\(run.error)")
    }
  }

  @Test(.enabled(if: dejaVu != nil || Binary.isCI))
  func charactersOfTheFontAreNotWarnedOf() throws {
    let run = try plot("plot gelu --title 'Ünïcödé αβγ ∫ ✓ e\u{301} x\u{302}' -o a.svg")
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
  }

  @Test func withoutAnyFontAFigureIsStillDrawn() throws {
    for format in ["png", "svg", "pdf"] {
      let run = try plot("plot gelu -o a.\(format)", withDejaVu: false)
      #expect(run.status == 0)
      #expect(run.error.hasPrefix("Warning: No installed font has '−' (U+2212)"), "\(run.error)")
    }
    let run = try plot("plot gelu --font 'DejaVu Sans' -o a.png", withDejaVu: false)
    #expect(run.status == 64)
    #expect(run.error.contains("no font is installed"))
  }

  @Test(.enabled(if: dejaVu != nil || Binary.isCI))
  func aFontIsFoundInWhateverCaseAndAnUnknownOneIsAUsageError() throws {
    #expect(try plot("plot gelu --font 'dejavu sans' -o a.png").status == 0)
    for command in [
      "plot gelu", "compare gelu", "inspect gelu", "fit swish --to gelu --over beta=1:2",
    ] {
      let run = try plot("\(command) --font 'DejaVu Snas' -o a.png; test -e a.png && echo made")
      #expect(run.text.isEmpty)
      #expect(
        run.error.contains(
          "--font needs the name of an installed family, such as 'DejaVu Sans', not 'DejaVu Snas'.")
      )
    }
    #expect(try plot("plot gelu --font 'DejaVu Snas' -o a.png").status == 64)
  }

  @Test func anUnknownFontNamesTheNearest() {
    let unknown = UnknownFontFamily(
      name: "noto sans cjk",
      installed: ["DejaVu Sans", "Noto Sans CJK JP", "Noto Sans CJK SC", "Noto Serif", "Symbola"])
    #expect(
      unknown.sentence.text(at: .program)
        == "--font is 'noto sans cjk', which is no installed family; "
        + "the nearest are 'Noto Sans CJK JP', 'Noto Sans CJK SC' and 'Noto Serif'.")
  }

  @Test func textsOfAnSVGAreTextWhereAskedFor() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["plot", "gelu", "--svg-text", "--format", "svg", "-o", "-"], in: folder.path)
    #expect(run.text.contains(">gelu</tspan></text>"))
    #expect(!run.text.contains("<use"))
    #expect(run.text.contains("-desc\">2 panels. f(x) over x from −5 to 5: gelu."))
  }

  @Test(
    "Both ends of an x-axis have their labels, however wide these are",
    arguments: [
      "--x-range=-1000:1000", "--x-range=-1000:1000 --x-scale symlog", "--x-range=-800:800",
    ])
  func endsOfAnAxis(options: String) throws {
    let folder = try TemporaryFolder()
    let range = options.split(separator: " ")[0].split(separator: ":")
    for size in ["1600x1000", "400x300", "85mm"] {
      let run = try Binary.run(
        ["plot", "gelu", "--svg-text", "--format", "svg", "-o", "-", "--show", "f", "--size", size]
          + options.split(separator: " ").map(String.init), in: folder.path)
      #expect(run.text.contains(">\u{2212}\(range[1])</tspan>"), "\(size)")
      #expect(run.text.contains(">\(range[1])</tspan>"), "\(size)")
    }
  }

  @Test func aFitIsDrawnInTheSizeAndWithTheTitleThatAreGiven() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      [
        "fit", "swish", "--to", "gelu", "--over", "beta=1:2", "--size", "400x300", "--title",
        "near",
      ]
        + ["-o", "a.svg"], in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    let svg = try folder.text(of: "a.svg")
    #expect(svg.contains("width=\"400px\"") && svg.contains("-title\">near</title>"))
  }
}
