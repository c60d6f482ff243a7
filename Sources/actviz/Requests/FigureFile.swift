import CairoBackend
import FigureSpecification
import Figures
import HTMLBackend

/// A figure on its way to a file: drawing, bytes, output.
enum FigureFile {
  /// Draws a figure and adds it to what the run writes, once a theme; returns the paths of the files, a line each.
  ///
  /// The file carries its provenance, a page what computes its curves too: `live`. Unless `quiet`, says on standard error which characters
  /// no font has, and which text is not shown as it is written.
  static func add(
    _ figure: Figure, look: Look, to output: Output, as format: PictureFormat,
    live: LiveCurves = LiveCurves(), provenance: Provenance, quiet: Bool,
    _ outputs: inout OutputTransaction
  ) throws -> String? {
    ProgressLine.begin(.init("drawing"))
    guard let image = format.image else {
      return try addText(figure, look: look, to: output, quiet: quiet, &outputs)
    }
    let measurer = try look.lettering.measurer()
    let scene = Scene(figure)
    let drawings = look.themes.map {
      Drawing(scene, measurer: measurer, theme: look.theme($0))
    }
    let dark =
      look.choice == .auto
      ? Drawing(scene, measurer: measurer, theme: look.theme(.dark)) : nil
    let pictures = try zip(look.themes, drawings).map { theme, drawing in
      let provenance = look.themes.count > 1 ? provenance.inTheme(theme) : provenance
      let metadata = Metadata(of: scene, provenance)
      let bytes = try render(
        drawing, dark: dark, as: image, dpi: look.dpi, measurer: measurer,
        metadata: metadata, text: look.lettering.svgText, inPage: format == .html)
      let output = look.output(output, for: theme)
      guard format == .html else { return (output: output, bytes: bytes) }
      let page = Page(
        bytes, of: scene, drawing: drawing,
        themes: [look.theme(theme)] + (dark == nil ? [] : [look.theme(.dark)]), live: live,
        metadata: metadata)
      return (output: output, bytes: page.bytes)
    }
    if !quiet { warn(of: figure, scene) }
    for picture in pictures { try outputs.add(picture.bytes, to: picture.output) }
    if !quiet, let drawing = drawings.first {
      let warnings = [
        measurer.missingCharacters(in: drawing)?.description,
        measurer.unshapedText(in: drawing)?.description,
      ]
      for warning in warnings.compactMap(\.self) { StandardError.print("Warning: \(warning)") }
    }
    if !quiet, provenance.text.utf8.count > ProvenanceReader.largestText {
      StandardError.print(
        "Warning: The figure is longer than \(ProvenanceReader.largestText) bytes, "
          + "which is more than 'actviz rerun' reads from a picture.")
    }
    return Self.paths(of: pictures.map(\.output))
  }

  /// Says what a reader of the picture would not find out by looking, once each.
  static func warn(of figure: Figure, _ scene: Scene) {
    var said: Set<String> = []
    for warning in figure.panels.flatMap(\.warnings) where said.insert(warning).inserted {
      StandardError.print("Warning: \(warning)")
    }
    let unseen = scene.unseen(of: figure)
    guard !unseen.isEmpty else { return }
    StandardError.print(
      "Warning: Outside of what is shown: \(unseen.prefix(5).joined(separator: ", ")).")
  }

  /// The places of pictures that are regular files, a line each.
  static func paths(of outputs: [Output]) -> String? {
    let paths = outputs.compactMap { output -> String? in
      guard case .file(let path) = output.destination, output.isRegularFile else { return nil }
      return path
    }
    return paths.isEmpty ? nil : paths.joined(separator: "\n")
  }
}

extension FigureRequest {
  /// Draws the figure and adds it to what the run writes; see ``FigureFile``.
  func draw(
    to place: ResultPlace<PictureFormat>, sliders: Sliders = Sliders(),
    asked: (Command, Settings)? = nil, provenance: Provenance, quiet: Bool,
    _ outputs: inout OutputTransaction
  ) throws -> String? {
    try look.check(place.output, as: place.format)
    return try FigureFile.add(
      figure(telling: ProgressLine.progress), look: look, to: place.output, as: place.format,
      live: live(as: place.format, sliders, asked), provenance: provenance, quiet: quiet,
      &outputs)
  }

  /// What computes the curves in a page; nothing in pictures of other formats.
  func live(
    as format: PictureFormat, _ sliders: Sliders = Sliders(),
    _ asked: (Command, Settings)? = nil
  ) -> LiveCurves {
    format == .html ? PageCurves(self, sliders, as: asked).live : LiveCurves()
  }
}

extension Metadata {
  /// What a scene is called, what it shows, and how it came about.
  fileprivate init(of scene: Scene, _ provenance: Provenance) {
    self.init(of: scene)
    software = "actviz \(provenance.version)"
    source = provenance.text
    date = provenance.date
  }
}
