import Foundation
import Testing

@testable import actviz

/// Pictures on terminals: who shows them, and what it is sent, read back by a parser of its own.
@Suite struct TerminalPictureTests {
  /// A command between ESC and its end, as a terminal takes a stream apart; what stands between them is text.
  private enum Piece: Equatable {
    case text(String)
    case kitty(keys: [String: String], letters: String)
    case iTerm2(keys: [String: String], letters: String)
  }

  private func keys(_ text: Substring, by separator: Character) -> [String: String] {
    Dictionary(
      text.split(separator: separator).map { pair in
        let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
        return (parts[0], parts.count > 1 ? parts[1] : "")
      }, uniquingKeysWith: { $1 })
  }

  private func pieces(of stream: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = stream[...]
    while let start = rest.firstMatch(
      of: #/\u{1B}_G([^;]*);([^\u{1B}]*)\u{1B}\\|\u{1B}\]1337;File=([^:]*):([^\u{7}]*)\u{7}/#)
    {
      let before = String(rest[..<start.range.lowerBound])
      if !before.isEmpty { pieces.append(.text(before)) }
      if let found = start.output.1, let letters = start.output.2 {
        pieces.append(.kitty(keys: keys(found, by: ","), letters: String(letters)))
      } else if let found = start.output.3, let letters = start.output.4 {
        pieces.append(.iTerm2(keys: keys(found, by: ";"), letters: String(letters)))
      }
      rest = rest[start.range.upperBound...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }

  /// What tmux hands on: its strings without what wraps them.
  private func handedOn(_ stream: String) -> String {
    stream.matches(of: #/\u{1B}Ptmux;((?:[^\u{1B}]|\u{1B}\u{1B})*)\u{1B}\\/#).map {
      $0.output.1.replacing("\u{1B}\u{1B}", with: "\u{1B}")
    }.joined()
  }

  /// A PNG's start: so wide, so high, and bytes that are no picture.
  private func png(_ width: UInt16, _ height: UInt16, count: Int = 10_000) -> [UInt8] {
    func bytes(_ number: UInt16) -> [UInt8] { [0, 0, UInt8(number >> 8), UInt8(number & 0xFF)] }
    return [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
      + bytes(width) + bytes(height) + (0..<count).map { UInt8(truncatingIfNeeded: $0) }
  }

  private func sent(_ png: [UInt8], to terminal: PictureTerminal) throws -> String {
    let picture = TerminalPicture(png, columns: 80, rows: 24, cell: (10, 20))
    return String(decoding: try #require(picture).bytes(for: terminal), as: UTF8.self)
  }

  @Test func kittyGetsThePictureInChunks() throws {
    let png = png(1600, 1000)
    let pieces = pieces(of: try sent(png, to: .init(language: .kitty, isBehindTmux: false)))
    #expect(pieces.last == .text("\r\n") && pieces.count == 5)
    var letters: [String] = []
    for (index, piece) in pieces.dropLast().enumerated() {
      guard case .kitty(let keys, let part) = piece else { continue }
      #expect(part.count <= 4096 && part.count.isMultiple(of: 4))
      #expect(keys["m"] == (index == 3 ? "0" : "1") && keys["q"] == "2")
      // 1600 × 1000 pixels in 22 rows of 20 pixels are 704 pixels wide.
      if index == 0 { #expect(keys["a"] == "T" && keys["f"] == "100" && keys["c"] == "70") }
      letters.append(part)
    }
    #expect(Data(base64Encoded: letters.joined()) == Data(png))
  }

  @Test func iTerm2GetsThePictureAtOnce() throws {
    let png = png(300, 100)
    let pieces = pieces(of: try sent(png, to: .init(language: .iTerm2, isBehindTmux: false)))
    guard case .iTerm2(let keys, let letters) = try #require(pieces.first) else {
      Issue.record("\(pieces)")
      return
    }
    #expect(keys["inline"] == "1" && keys["size"] == "\(png.count)" && keys["width"] == "30")
    #expect(Data(base64Encoded: letters) == Data(png))
    #expect(Array(pieces.dropFirst()) == [.text("\r\n")])
  }

  @Test func tmuxHandsOnWhatIsWrapped() throws {
    for language in [PictureProtocol.kitty, .iTerm2] {
      let plain = try sent(png(800, 400), to: .init(language: language, isBehindTmux: false))
      let wrapped = try sent(png(800, 400), to: .init(language: language, isBehindTmux: true))
      #expect(handedOn(wrapped) + "\r\n" == plain)
      // 20 rows of room, and back out of them.
      #expect(wrapped.hasPrefix(String(repeating: "\n", count: 20) + "\u{1B}[20A\u{1B}Ptmux;"))
      #expect(wrapped.hasSuffix("\u{1B}\\\r\u{1B}[20B"))
    }
  }

  @Test func whatIsNoPictureIsNotSent() {
    for bytes in [[], Array("<svg/>".utf8), Array(png(1, 1).prefix(20)), png(0, 5)] {
      #expect(TerminalPicture(bytes, columns: 80, rows: 24, cell: (10, 20)) == nil)
    }
    #expect(TerminalPicture(png(9, 9), columns: 1, rows: 1, cell: (10, 20)) != nil)
  }

  @Test func theEnvironmentTells() {
    func told(_ variables: [String: String]) -> PictureTerminal.Told {
      PictureTerminal.told { (["TERM": "xterm-256color"].merging(variables) { $1 })[$0] }
    }
    #expect(told([:]) == .nothing)
    for variables in [
      ["TERM": "xterm-kitty"], ["TERM": "xterm-ghostty"], ["TERM_PROGRAM": "ghostty"],
      ["KONSOLE_VERSION": "220401"], ["KITTY_WINDOW_ID": "1"],
      ["TERM": "tmux-256color", "TMUX": "/tmp/t,1,0", "KITTY_WINDOW_ID": "1"],
    ] { #expect(told(variables) == .shows(.kitty), "\(variables)") }
    for variables in [
      ["TERM_PROGRAM": "iTerm.app"], ["TERM_PROGRAM": "WezTerm"], ["LC_TERMINAL": "iTerm2"],
      [
        "TERM": "screen-256color", "TMUX": "/tmp/t,1,0", "TERM_PROGRAM": "tmux",
        "LC_TERMINAL": "iTerm2",
      ],
    ] { #expect(told(variables) == .shows(.iTerm2), "\(variables)") }
    for variables in [
      ["TERM": "dumb"], ["TERM": ""], ["TERM": "linux"], ["KONSOLE_VERSION": "210800"],
      ["TERM": "screen.xterm-kitty", "STY": "1.pts"], ["TERM_PROGRAM": "iTerm.app", "ZELLIJ": "0"],
      ["TERM": "screen", "KITTY_WINDOW_ID": "1"], ["INSIDE_EMACS": "29", "TERM": "xterm-kitty"],
    ] { #expect(told(variables) == .showsNone, "\(variables)") }
    // A terminal that was started in kitty is another one.
    #expect(told(["TERM_PROGRAM": "vscode", "KITTY_WINDOW_ID": "1"]) == .nothing)
  }

  @Test func answersTell() {
    func told(_ text: String) -> PictureProtocol? {
      PictureTerminal.language(answering: Array(text.utf8))
    }
    #expect(told("\u{1B}P>|kitty(0.36.4)\u{1B}\\\u{1B}[?62;c") == .kitty)
    #expect(told("x\u{1B}P>|ghostty 1.1.0\u{1B}\\") == .kitty)
    #expect(told("\u{1B}P>|WezTerm 20240203-110809-5046fc22\u{1B}\\") == .iTerm2)
    #expect(told("\u{1B}P>|iTerm2 3.5.0\u{1B}\\") == .iTerm2)
    for other in ["", "\u{1B}[?62;4c", "\u{1B}P>|XTerm(388)\u{1B}\\", "\u{1B}P>|tmux 3.4\u{1B}\\"] {
      #expect(told(other) == nil)
    }
  }

  // MARK: In a terminal

  private static let clean =
    "unset CI SSH_CONNECTION SSH_TTY TMUX STY TERM_PROGRAM LC_TERMINAL KITTY_WINDOW_ID; export TERM=xterm; "

  private func show(_ line: String, _ actions: String..., in folder: TemporaryFolder) throws
    -> Shown
  {
    try Shown(Self.clean + line, actions, in: folder)
  }

  @Test func thePictureStandsAboveItsPath() throws {
    let folder = try TemporaryFolder()
    let shown = try show("TERM=xterm-kitty $actviz plot relu --size 300x200", in: folder)
    #expect(shown.status == 0)
    let pieces = pieces(of: shown.raw)
    #expect(pieces.last == .text("\r\r\nrelu.png\r\n") || pieces.last == .text("\r\nrelu.png\r\n"))
    let letters = pieces.map { if case .kitty(_, let letters) = $0 { letters } else { "" } }
    let file = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/relu.png"))
    #expect(Data(base64Encoded: letters.joined()) == file)
  }

  @Test func aTerminalIsAskedWhoItIsAndStaysAsItWas() throws {
    let folder = try TemporaryFolder()
    let line = "stty -a >a; $actviz plot relu --size 300x200; stty -a >b; cmp a b && echo same"
    let shown = try show(
      line, #"await:\[>q"#, #"type:\x1bP>|WezTerm 2024\x1b\\\x1b[?62c"#, in: folder)
    #expect(shown.raw.contains("\u{1B}]1337;File=inline=1"))
    #expect(shown.lines.suffix(2) == ["relu.png", "same"])
    // One that answers nothing, and one that knows the second question alone.
    let silent = try show(line, in: folder)
    #expect(silent.lines.suffix(2) == ["relu.png", "same"] && !silent.raw.contains("1337"))
    let other = try show(line, #"await:\[>q"#, #"type:\x1b[?62c"#, in: folder)
    #expect(other.lines.suffix(2) == ["relu.png", "same"] && !other.raw.contains("1337"))
  }

  @Test func anInterruptLeavesTheTerminalAsItWas() throws {
    let folder = try TemporaryFolder()
    let shown = try show(
      "trap : INT; stty -a >a; $actviz plot relu; echo status $?; stty -a >b; cmp a b && echo same",
      #"await:\[>q"#, #"type:\x03"#, in: folder)
    #expect(shown.raw.contains("status 130") && shown.raw.contains("same"))
    #expect(try folder.names() == ["a", "b"])
  }

  @Test func nobodyIsAskedWhereNothingWouldBeShown() throws {
    let folder = try TemporaryFolder()
    for line in [
      "$actviz plot relu -o a.png", "$actviz plot relu | cat", "$actviz plot relu --show-in none",
      "CI=true $actviz plot relu", "SSH_TTY=/dev/pts/1 $actviz plot relu", "$actviz plot relu -q",
      "$actviz plot relu --format svg", "TERM=dumb $actviz plot relu",
      "TERM=xterm-kitty $actviz plot relu --show-in terminal | cat",
    ] {
      let shown = try show(line, in: folder)
      #expect(shown.status == 0 && !shown.raw.contains("\u{1B}"), "\(line): \(shown.raw)")
      #expect(shown.lines.count == (line.hasSuffix("-q") ? 0 : 1), "\(line): \(shown.raw)")
    }
  }

  @Test func whatIsAskedForIsShownOrRefused() throws {
    let folder = try TemporaryFolder()
    let named = try show(
      "TERM=xterm-kitty $actviz plot relu -q --size 300x200 -o a.png --show-in terminal", in: folder
    )
    #expect(named.status == 0 && named.raw.hasPrefix("\u{1B}_Ga=T,f=100,"))
    let poor = try show("TERM=dumb $actviz plot relu --show-in terminal", in: folder)
    #expect(poor.status == 64 && poor.raw.contains("--format text draws with characters"))
    let vector = try show(
      "TERM=xterm-kitty $actviz plot relu -o a.svg --show-in terminal", in: folder)
    #expect(vector.status == 64 && vector.raw.contains("A terminal shows PNG alone"))
    let both = try Binary.shell("$actviz plot relu --open --show-in none", in: folder.path)
    #expect(both.status == 64 && both.error.contains("--open is --show-in browser"))
    let sheet = try Binary.shell("$actviz inspect relu --show-in terminal", in: folder.path)
    #expect(sheet.status == 64 && sheet.error.contains("give -o a path"))
    #expect(try folder.names() == ["a.png"])
  }
}
