import FigureSpecification

/// Shows pictures that were written: on the terminal, or by the program that the system has for them.
///
/// That program is `xdg-open`, on macOS `open`: it knows the browser for pages and the viewer for the rest. A terminal that shows
/// pictures shows those that have no name but the one that a command gives them, and others where `--show-in terminal` asks for it.
struct Viewing {
  /// Whether the system's program shows them.
  private var usesViewer = false
  /// The terminal that shows them.
  private var terminal: PictureTerminal?

  #if canImport(Darwin)
    private static let program = "open"
  #else
    private static let program = "xdg-open"
  #endif

  /// Throws a `Problem` where what is written has no place to be opened at, or the terminal cannot show it.
  init(_ settings: Settings, of output: Output?, as format: PictureFormat?) throws {
    let place = try Self.place(settings)
    if place == .terminal || place == .browser {
      guard let output, case .file = output.destination else {
        let key: any TypedKey = settings[Keys.opens] ? Keys.opens : Keys.showIn
        throw settings.problem(
          key, "There is no file for \(key.name) to show; give -o a path.")
      }
    }
    switch place {
    case .browser: usesViewer = true
    case .nowhere: break
    case .terminal: terminal = try Self.terminal(settings, format)
    case nil:
      guard format == .png, !settings.has(Keys.output), !settings[Keys.quiet] else { return }
      terminal = PictureTerminal(isAskedFor: false)
    }
  }

  /// Where pictures are shown; nil where nobody says it.
  private static func place(_ settings: Settings) throws -> ViewingPlace? {
    let place = try settings.value(Keys.showIn)
    guard settings[Keys.opens] else { return place }
    guard let place, place != .browser else { return .browser }
    throw settings.problem(
      Keys.showIn,
      "\(Keys.opens.name) is \(Keys.showIn.name) browser, and \(Keys.showIn.name) is \(place.rawValue)."
    )
  }

  /// The terminal that is asked for; nil where nobody looks at one.
  private static func terminal(_ settings: Settings, _ format: PictureFormat?) throws
    -> PictureTerminal?
  {
    guard format == .png else {
      throw settings.problem(Keys.showIn, "A terminal shows PNG alone; give -o a name in .png.")
    }
    guard Output.standardOutput.isTerminal else { return nil }
    if let terminal = PictureTerminal(isAskedFor: true) { return terminal }
    throw settings.problem(
      Keys.showIn,
      """
      This terminal shows no pictures, as kitty, Ghostty, iTerm2, WezTerm and Konsole do; \
      \(Keys.pictureFormat.name) text draws with characters.
      """)
  }

  /// What the terminal is sent to show the files of some paths, a line each; nothing where it does not show them.
  func onTerminal(_ paths: String?) throws -> [UInt8] {
    guard let terminal, let paths else { return [] }
    return try paths.split(separator: "\n").flatMap { path -> [UInt8] in
      let picture = try ByteInput.bytes(of: String(path), upTo: .max).bytes
      return TerminalPicture(onStandardOutput: picture)?.bytes(for: terminal) ?? []
    }
  }

  /// Has the system's program show the files of some paths, a line each; throws a `Failure` where there is none, or it says that it
  /// cannot.
  func inViewer(_ paths: String?) throws(Failure) {
    guard usesViewer, let paths else { return }
    for path in paths.split(separator: "\n") {
      // A name that begins with a hyphen would be an option.
      let argument = path.hasPrefix("-") ? "./" + path : String(path)
      let status = Child.startDetached([Self.program, argument], lookingFor: 2000)
      guard status != 0 else { continue }
      let why = status < 0 ? "there is no \(Self.program)" : "\(Self.program) ends with \(status)"
      throw Failure(.beyondLimit, "\(path) is written but cannot be shown: \(why).")
    }
  }
}

extension OutputTransaction {
  /// Brings everything to its place, and shows the pictures of some paths, a line each; the paths are what is printed, unless
  /// `quiet`.
  mutating func commit(result paths: String?, quiet: Bool, _ viewing: Viewing) throws {
    try commit(
      showing: { try viewing.onTerminal(paths) },
      printing: quiet ? "" : paths.map { $0 + "\n" } ?? "")
    try viewing.inViewer(paths)
  }

  /// The same where a report is what is printed; the paths are told on standard error.
  mutating func commit(
    telling paths: String?, _ report: PrintedReport, _ text: @autoclosure () -> String,
    quiet: Bool, _ viewing: Viewing? = nil
  ) throws {
    try commit(
      telling: quiet ? nil : paths, showing: { try viewing?.onTerminal(paths) ?? [] },
      printing: report.isPrinted ? text() : "")
    try viewing?.inViewer(paths)
  }
}
