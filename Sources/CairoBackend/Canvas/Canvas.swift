import CCairo
import Figures

/// Owns a Cairo context and executes drawing commands on it.
final class Canvas {
  let context: OpaquePointer
  private let measurer: CairoTextMeasurer

  /// Starts drawing on a surface; `scale` is what a pixel of the drawing measures on it.
  init(_ surface: Surface, scale: Double, measurer: CairoTextMeasurer) throws {
    guard let context = cairo_create(surface.handle) else {
      throw CairoError(status: .noMemory, operation: "starting to draw")
    }
    self.context = context
    self.measurer = measurer
    cairo_scale(context, scale, scale)
    cairo_set_font_options(context, measurer.typefaces.options)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    try check("starting to draw")
  }

  deinit { cairo_destroy(context) }

  /// Throws where a command failed since the beginning: the context remembers the first failure.
  func check(_ operation: String) throws {
    try CairoError.check(cairo_status(context), operation)
  }

  /// Executes one command.
  func execute(_ command: DrawCommand) throws {
    switch command {
    case .fill(let rect, let color):
      path(rect)
      setColor(color)
      cairo_fill(context)
    case .polygon(let corners, let color):
      path(corners)
      setColor(color)
      cairo_fill(context)
    case .stroke(let lines, let stroke):
      draw(lines, stroke)
    case .image(let raster, let rect):
      try draw(raster, in: rect)
    case .pushClip(let rect):
      cairo_save(context)
      path(rect)
      cairo_clip(context)
    case .popClip:
      cairo_restore(context)
    case .text(let label):
      try write(label)
    case .pushGroup, .popGroup, .pushPart, .popPart: break
    }
  }

  private func setColor(_ color: Color) {
    cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
  }

  func path(_ rect: Rect) {
    cairo_rectangle(context, rect.minX, rect.minY, rect.width, rect.height)
  }

  private func path(_ line: [Point]) {
    guard let first = line.first else { return }
    cairo_move_to(context, first.x, first.y)
    for point in line.dropFirst() { cairo_line_to(context, point.x, point.y) }
  }

  private func draw(_ lines: [[Point]], _ stroke: Stroke) {
    // Pieces would start dashes anew, and double what is transparent.
    let mayBeSplit = stroke.dash.isEmpty && stroke.color.alpha == 1
    var waving: [[Point]] = []
    for line in lines {
      guard mayBeSplit, line.isWaving else {
        path(line)
        continue
      }
      waving.append(line)
    }
    apply(stroke)
    for piece in waving.flatMap(\.pieces) {
      path(piece)
      apply(stroke)
    }
  }

  private func apply(_ stroke: Stroke) {
    setColor(stroke.color)
    cairo_set_line_width(context, stroke.width)
    cairo_set_line_cap(
      context, stroke.cap == .round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    cairo_set_dash(context, stroke.dash, Int32(stroke.dash.count), 0)
    cairo_stroke(context)
  }

  private func write(_ label: Label) throws {
    let run = try measurer.run(label.text, style: label.style)
    setColor(label.style.color)
    let shift = label.anchor.shift(of: run.extent.width)
    if label.rotation == 0 {
      show(run, size: label.style.size, x: label.position.x + shift, y: label.position.y)
    } else {
      cairo_save(context)
      cairo_translate(context, label.position.x, label.position.y)
      cairo_rotate(context, label.rotation * .pi / 180)
      show(run, size: label.style.size, x: shift, y: 0)
      cairo_restore(context)
    }
  }

  /// Shows glyphs and says which characters they are, which a PDF keeps.
  private func show(_ run: GlyphRun, size: Double, x: Double, y: Double) {
    for piece in run.pieces {
      var matrix = piece.typeface.matrix(size: size)
      cairo_set_font_face(context, piece.typeface.handle)
      cairo_set_font_matrix(context, &matrix)
      let glyphs = piece.glyphs.map { cairo_glyph_t(index: $0.index, x: x + $0.x, y: y + $0.y) }
      cairo_show_text_glyphs(
        context, piece.text, Int32(piece.text.utf8.count), glyphs, Int32(glyphs.count),
        piece.clusters, Int32(piece.clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
    }
  }
}
