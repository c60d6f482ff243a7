extension AxisTicks {
  /// In which direction an axis runs, and so its labels must not touch.
  enum Direction {
    case horizontal, vertical
  }

  /// An axis with ticks that were asked for; nil where it has round ones.
  ///
  /// Of labels that would touch the later ones are left out; their ticks stay.
  init?(
    _ scale: Scale, at choice: TickChoice, _ direction: Direction, theme: Theme,
    measurer: any TextMeasurer
  ) {
    let length = abs(scale.end - scale.start)
    let chosen: [TickChoice.Value]
    switch choice {
    case .round: return nil
    case .at(let values):
      chosen = values.filter {
        scale.domain.contains($0.value) && scale.position($0.value).isFinite
      }.sorted { $0.value < $1.value }
    case .multiplesOfPi:
      let spacing = direction == .horizontal ? 3.4 : 1.9
      let least = max(spacing * theme.textSize, length / 12)
      guard let values = PiTicks.values(scale.domain, count: length / least) else { return nil }
      chosen = values
    }
    let style = theme.tickStyle
    // The edge of the last label: its right end, or its middle.
    var edge = -Double.infinity
    let ticks = chosen.map { value in
      let position = theme.crisp(scale.position(value.value))
      let line = TextLine(value.text, style: style, measurer: measurer)
      let place = abs(position - scale.start)
      let half = direction == .horizontal ? line.width / 2 : 0.6 * theme.textSize
      guard place - half >= edge else {
        return Tick(value: value.value, position: position, line: nil)
      }
      edge = place + half + (direction == .horizontal ? 0.4 * theme.textSize : 0)
      return Tick(value: value.value, position: position, line: line)
    }
    self.init(ticks: ticks, minor: [], note: nil, zero: AxisTicks.zero(of: scale, theme))
  }
}
