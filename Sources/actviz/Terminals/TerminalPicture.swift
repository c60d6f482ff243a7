import CProcess
import Figures

/// A PNG as what a terminal is sent to show it.
struct TerminalPicture {
  private let png: [UInt8]
  /// How many characters wide it is shown, and how many high.
  private let columns: Int
  private let rows: Int

  /// What a terminal may be sent at once, in letters of Base64: a multiple of 4, as kitty asks.
  private static let longestChunk = 4096

  /// A PNG on a terminal of so many characters, each of so many pixels; nil for bytes that are no PNG.
  ///
  /// No pixel is made larger, and what is wider or higher than the terminal is made to fit; two rows are left for what follows.
  init?(_ png: [UInt8], columns most: Int, rows: Int, cell: (width: Double, height: Double)) {
    let isPNG = png.count > 24 && png.starts(with: [0x89, 0x50, 0x4E, 0x47])
    guard isPNG else { return nil }
    func number(at place: Int) -> Double {
      png[place..<place + 4].reduce(0) { $0 * 256 + Double($1) }
    }
    // The header comes first, and begins with both lengths.
    let (width, height) = (number(at: 16) / cell.width, number(at: 20) / cell.height)
    guard width > 0, height > 0 else { return nil }
    let scale = min(1, Double(max(most, 1)) / width, Double(max(rows - 2, 1)) / height)
    self.png = png
    columns = max(1, Int(width * scale))
    self.rows = max(1, Int((height * Double(columns) / width).rounded(.up)))
  }

  /// A PNG as the terminal on standard output has room for it.
  init?(onStandardOutput png: [UInt8]) {
    let size = process_size_of_terminal(1)
    let (columns, rows) = (Int(size.columns), Int(size.rows))
    let tellsPixels = min(size.width, size.height, size.columns, size.rows) > 0
    // Where a terminal does not tell its pixels, letters as most have them.
    self.init(
      png, columns: columns > 0 ? columns : 80, rows: rows > 0 ? rows : 24,
      cell: tellsPixels
        ? (Double(size.width) / Double(columns), Double(size.height) / Double(rows)) : (10, 20))
  }

  /// What shows it, and leaves the cursor at the start of the line below.
  func bytes(for terminal: PictureTerminal) -> [UInt8] {
    let commands = terminal.language == .kitty ? kittyCommands : [inlineImage]
    guard terminal.isBehindTmux else { return Array(commands.joined()) + Array("\r\n".utf8) }
    // tmux knows nothing of the picture: the room for it is made before, and the cursor led out of it.
    let room = String(repeating: "\n", count: rows) + "\u{1B}[\(rows)A"
    return Array(room.utf8) + commands.flatMap(Self.wrapped)
      + Array("\r\u{1B}[\(rows)B".utf8)
  }

  /// The commands of kitty's graphics: a first one that says what it is, each with a part of the bytes.
  private var kittyCommands: [[UInt8]] {
    let text = Base64.text(of: png)
    return stride(from: 0, to: text.count, by: Self.longestChunk).map { start in
      let part = text[start...].prefix(Self.longestChunk)
      let more = part.endIndex < text.count ? 1 : 0
      let keys = start == 0 ? "a=T,f=100,c=\(columns),m=\(more),q=2" : "m=\(more),q=2"
      return Array("\u{1B}_G\(keys);".utf8) + part + Array("\u{1B}\\".utf8)
    }
  }

  /// The command of iTerm2.
  private var inlineImage: [UInt8] {
    let keys = "inline=1;size=\(png.count);width=\(columns);preserveAspectRatio=1"
    return Array("\u{1B}]1337;File=\(keys):".utf8) + Base64.text(of: png) + [0x07]
  }

  /// A command as tmux hands it on: in a string of its own, with every ESC twice.
  private static func wrapped(_ command: [UInt8]) -> [UInt8] {
    Array("\u{1B}Ptmux;".utf8) + command.flatMap { $0 == 0x1B ? [$0, $0] : [$0] }
      + Array("\u{1B}\\".utf8)
  }
}
