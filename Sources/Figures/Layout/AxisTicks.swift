import Activations

/// The ticks of one axis on the canvas, chosen so that no two labels touch.
struct AxisTicks {
  /// A tick: its pixel and what stands beside it.
  struct Tick {
    /// The value in data units.
    let value: Double
    /// The pixel along the axis, made crisp.
    let position: Double
    /// The text, if there is one.
    let line: TextLine?
    /// The width of the text in pixels.
    var width: Double { line?.width ?? 0 }
  }

  /// The ticks, in the order of their values.
  let ticks: [Tick]
  /// The crisp pixels of the short ticks without labels.
  let minor: [Double]
  /// What all labels have in common; see ``TickLabels``.
  let note: String?
  /// The crisp pixel of 0, where 0 lies strictly inside the domain.
  let zero: Double?

  /// The least distance of two ticks in pixels.
  private var shortestDistance: Double {
    zip(ticks, ticks.dropFirst()).reduce(.infinity) { min($0, abs($1.1.position - $1.0.position)) }
  }

  /// About how many ticks with labels an axis has at most: enough to read a place off, few enough to be seen at once.
  private static let most = 6.0

  /// The width of the widest label in pixels.
  var labelWidth: Double { ticks.reduce(0) { max($0, $1.width) } }

  /// An axis whose labels stand side by side.
  static func horizontal(
    _ scale: Scale, at choice: TickChoice = .round, theme: Theme, measurer: any TextMeasurer
  ) -> AxisTicks {
    if let chosen = AxisTicks(scale, at: choice, .horizontal, theme: theme, measurer: measurer) {
      return chosen
    }
    var spacing = max(2.2 * theme.tickStyle.size, abs(scale.end - scale.start) / AxisTicks.most)
    var axis = AxisTicks(scale, spacing: spacing, theme: theme, measurer: measurer)
    // Each round at least doubles the step, so that labels of any length come apart.
    for _ in 0..<8 where axis.ticks.count > 1 {
      let distance = axis.shortestDistance
      if axis.labelWidth + 0.8 * theme.tickStyle.size <= distance { break }
      spacing = max(distance, spacing) * 1.5
      axis = AxisTicks(scale, spacing: spacing, theme: theme, measurer: measurer)
    }
    let em = theme.tickStyle.size
    return axis.ended(scale, most: 10, theme: theme, measurer: measurer) { axis in
      let count = Double(axis.ticks.count - 1)
      let room = count <= AxisTicks.most ? axis.labelWidth + 0.8 * em : 4.5 * em
      return max(room, axis.labelWidth + 0.8 * em) <= axis.shortestDistance
    }
  }

  /// An axis whose labels stand above one another.
  static func vertical(
    _ scale: Scale, at choice: TickChoice = .round, theme: Theme, measurer: any TextMeasurer
  ) -> AxisTicks {
    if let chosen = AxisTicks(scale, at: choice, .vertical, theme: theme, measurer: measurer) {
      return chosen
    }
    let spacing = max(1.7 * theme.tickStyle.size, abs(scale.end - scale.start) / AxisTicks.most)
    return AxisTicks(scale, spacing: spacing, theme: theme, measurer: measurer)
      .ended(scale, most: Int(AxisTicks.most), theme: theme, measurer: measurer) { axis in
        1.7 * theme.tickStyle.size <= axis.shortestDistance
      }
  }

  /// The axis, or one with as round labels at both ends of its domain where there is room for that.
  private func ended(
    _ scale: Scale, most: Int, theme: Theme, measurer: any TextMeasurer,
    where fits: (AxisTicks) -> Bool
  ) -> AxisTicks {
    guard scale.kind == .linear, note == nil,
      ticks.first?.value != scale.domain.lowerBound || ticks.last?.value != scale.domain.upperBound
    else { return self }
    var found: AxisTicks?
    _ = Ticks.ending(from: scale.domain.lowerBound, to: scale.domain.upperBound, most: most) {
      let labels = TickLabels($0)
      guard labels.note == nil else { return false }
      let axis = AxisTicks(
        ticks: AxisTicks.ticks($0.values, labels.texts, scale, theme, measurer),
        minor: $0.between.map { theme.crisp(scale.position($0)) }, note: nil, zero: zero)
      if fits(axis) { found = axis }
      return found != nil
    }
    return found ?? self
  }

  /// The axis with its ticks alone, for a panel beside one that bears the same labels.
  var bare: AxisTicks {
    AxisTicks(
      ticks: ticks.map { Tick(value: $0.value, position: $0.position, line: nil) }, minor: minor,
      note: nil,
      zero: zero)
  }

  init(ticks: [Tick], minor: [Double], note: String?, zero: Double?) {
    self.ticks = ticks
    self.minor = minor
    self.note = note
    self.zero = zero
  }

  private init(_ scale: Scale, spacing: Double, theme: Theme, measurer: any TextMeasurer) {
    let domain = scale.domain
    let values: [Double]
    let texts: [String]
    var unlabelled: [Double] = []
    switch scale.kind {
    case .linear:
      let count = max(1, abs(scale.end - scale.start) / spacing)
      let chosen = Ticks(from: domain.lowerBound, to: domain.upperBound, count: count)
      let labels = TickLabels(chosen)
      (values, texts, note) = (chosen.values, labels.texts, labels.note)
    case .log:
      let chosen = LogTicks(scale, spacing: spacing)
      (values, texts, note) = (chosen.values, chosen.texts, chosen.note)
      unlabelled = chosen.minor
    case .symlog(let constant):
      let chosen = SymlogTicks(scale, constant: constant, spacing: spacing)
      (values, texts, note) = (chosen.values, chosen.texts, chosen.note)
      unlabelled = chosen.minor
    }
    ticks = AxisTicks.ticks(values, texts, scale, theme, measurer)
    minor = unlabelled.map { theme.crisp(scale.position($0)) }
    zero = AxisTicks.zero(of: scale, theme)
  }

  private static func ticks(
    _ values: [Double], _ texts: [String], _ scale: Scale, _ theme: Theme,
    _ measurer: any TextMeasurer
  ) -> [Tick] {
    zip(values, texts).map { value, label in
      Tick(
        value: value, position: theme.crisp(scale.position(value)),
        line: TextLine(label, style: theme.tickStyle, measurer: measurer))
    }
  }

  /// The crisp pixel of 0, where 0 lies strictly inside the domain.
  static func zero(of scale: Scale, _ theme: Theme) -> Double? {
    let origin = theme.crisp(scale.position(0))
    let isInside = scale.domain.lowerBound < 0 && scale.domain.upperBound > 0
    return isInside && origin.isFinite ? origin : nil
  }
}
