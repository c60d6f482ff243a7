import CCairo

/// A font that is being loaded on another thread.
///
/// Finding the font takes about a third of the time in which a figure is evaluated, laid out and written as
/// SVG, and needs nothing that the request says. Make one of these first and a ``CairoTextMeasurer`` of it when
/// the curves are there.
public final class FontLoading {
  private var loading = actviz_face_loading()
  private var isFinished = false

  /// Starts loading.
  public init() {
    actviz_face_loading_start(&loading)
  }

  deinit {
    if !isFinished { cairo_font_face_destroy(finish()) }
  }

  /// Waits for the face; the caller owns it.
  func finish() -> OpaquePointer {
    isFinished = true
    return actviz_face_loading_finish(&loading)
  }
}
