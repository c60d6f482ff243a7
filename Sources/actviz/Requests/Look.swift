import CairoBackend
import Figures

/// How a picture looks whatever it shows: size, themes, density, background and letters.
struct Look {
  var size = Size.standard
  /// One theme, or several for a file each.
  var themes = [Theme.Name.light]
  /// Pixels to an inch of a PNG; by the size where nil.
  var dpi: Double?
  var isTransparent = false
  /// In which letters the texts are set.
  var lettering = Lettering()

  /// The pixels that curves are true to: those of a PNG, and no less than a screen's.
  var pixels: (width: Double, height: Double) {
    let scale = max(1, (dpi ?? size.standardDpi) / 96)
    return (size.width * scale, size.height * scale)
  }

  /// A theme as it is drawn.
  func theme(_ name: Theme.Name) -> Theme {
    isTransparent ? Theme(name).withoutBackground : Theme(name)
  }

  /// Refuses what cannot be written, before anything slow is done.
  func check(_ output: Output, as format: ImageFormat) throws {
    if format == .png {
      do {
        _ = try PixelSize(size, dpi: dpi)
      } catch let error as PixelSizeError {
        throw Failure(.usage, "--size and --dpi are too large: \(error).")
      }
    }
    guard themes.count > 1, !output.isRegularFile else { return }
    throw Failure(.usage, "--theme both writes two files; give the name of a file with -o.")
  }

  /// Where the picture in one of the themes goes: `NAME-dark.EXT` where there are several.
  func output(_ output: Output, for theme: Theme.Name) -> Output {
    guard themes.count > 1, case .file(let path) = output.destination else { return output }
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    // A dot that begins a name begins no extension.
    let dot = path[start...].dropFirst().lastIndex(of: ".") ?? path.endIndex
    return Output(destination: .file("\(path[..<dot])-\(theme.rawValue)\(path[dot...])"))
  }
}
