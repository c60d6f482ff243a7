extension Scale {
  /// Places an axis on the pixels from `start` to `end`.
  init(_ axis: Scene.Axis, start: Double, end: Double) {
    self.init(domain: axis.domain, start: start, end: end, kind: axis.scale)
  }
}
