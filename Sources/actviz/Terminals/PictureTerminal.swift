import CProcess

/// How terminals take pictures.
enum PictureProtocol: Equatable {
  /// The graphics of kitty, which Ghostty and Konsole know too: `ESC _ G … ESC \`.
  case kitty
  /// The inline images of iTerm2, which WezTerm knows too: `ESC ] 1337 ; File=… BEL`.
  case iTerm2
}

/// A terminal that shows pictures.
struct PictureTerminal: Equatable {
  var language: PictureProtocol
  /// Whether tmux stands between, which hands on what is wrapped for it.
  var isBehindTmux: Bool

  /// What variables of the environment tell of pictures on the terminal.
  enum Told: Equatable {
    case shows(PictureProtocol)
    case showsNone
    case nothing
  }

  /// The terminals that say who they are, in `TERM_PROGRAM`, `TERM` or their answer; names in small letters.
  private static let known: [(name: String, language: PictureProtocol)] = [
    ("kitty", .kitty), ("ghostty", .kitty), ("konsole", .kitty), ("iterm", .iTerm2),
    ("wezterm", .iTerm2),
  ]

  /// The variables by which a terminal is known, however it is set.
  private static let marks: [(variable: String, language: PictureProtocol)] = [
    ("KITTY_WINDOW_ID", .kitty), ("GHOSTTY_RESOURCES_DIR", .kitty), ("WEZTERM_PANE", .iTerm2),
    ("ITERM_SESSION_ID", .iTerm2),
  ]

  /// The first Konsole with kitty's graphics, as KONSOLE_VERSION has it: 22.04.
  private static let leastKonsole = 220_400

  /// What the environment tells.
  ///
  /// `TERM` goes through ssh, `LC_TERMINAL` where ssh is told so; tmux hides both, and has what it was started with.
  static func told(by environment: (String) -> String?) -> Told {
    func value(_ name: String) -> String { environment(name)?.lowercased() ?? "" }
    let kind = value("TERM")
    let isBehindScreen =
      value("TMUX").isEmpty && (kind.hasPrefix("screen") || !value("STY").isEmpty)
    if ["", "dumb", "linux"].contains(kind) || isBehindScreen || !value("ZELLIJ").isEmpty
      || !value("INSIDE_EMACS").isEmpty
    {
      return .showsNone
    }
    for name in ["TERM_PROGRAM", "TERM", "LC_TERMINAL"] {
      if let language = language(of: value(name)) { return .shows(language) }
    }
    if let version = Int(value("KONSOLE_VERSION")) {
      return version >= leastKonsole ? .shows(.kitty) : .showsNone
    }
    // Others hand these down to terminals that are started in them, but say who they are.
    guard ["", "tmux"].contains(value("TERM_PROGRAM")) else { return .nothing }
    return marks.first { !value($0.variable).isEmpty }.map { .shows($0.language) } ?? .nothing
  }

  /// What a terminal of a name knows: `xterm-kitty`, `WezTerm 20240203`.
  static func language(of name: String) -> PictureProtocol? {
    let name = name.lowercased()
    let start = name.hasPrefix("xterm-") ? name.dropFirst(6) : name[...]
    return known.first { start.hasPrefix($0.name) }?.language
  }

  /// What an answer to `CSI > q` tells: `ESC P > | NAME VERSION ESC \`.
  static func language(answering bytes: [UInt8]) -> PictureProtocol? {
    let start = Array("\u{1B}P>|".utf8)
    guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: start) }) else {
      return nil
    }
    return language(of: String(decoding: bytes[(place + start.count)...].prefix(64), as: UTF8.self))
  }
}

extension PictureTerminal {
  /// The terminal that standard output is, where it shows pictures; else nil.
  ///
  /// Where the environment does not tell, it is asked who it is, for 250 ms at most. Unless `isAskedFor`, a build server is left
  /// alone, and a terminal behind ssh is not asked: its answer might come when a shell reads keys again.
  init?(isAskedFor: Bool) {
    guard Platform.isTerminal(1) else { return nil }
    func isSet(_ name: String) -> Bool { Platform.environment(name).map { !$0.isEmpty } ?? false }
    if !isAskedFor, isSet("CI") { return nil }
    switch Self.told(by: Platform.environment) {
    case .shows(let language): self.language = language
    case .showsNone: return nil
    case .nothing:
      let isFar = ["SSH_CONNECTION", "SSH_TTY"].contains(where: isSet)
      guard isAskedFor || !isFar, let language = Self.language(answering: Self.answer) else {
        return nil
      }
      self.language = language
    }
    isBehindTmux = isSet("TMUX")
  }

  /// What the terminal answers to the question who it is.
  private static var answer: [UInt8] {
    let room = 256
    var bytes = [CChar](repeating: 0, count: room)
    let count = process_ask_terminal_name(&bytes, room, 250)
    return bytes.prefix(count).map { UInt8(bitPattern: $0) }
  }
}
