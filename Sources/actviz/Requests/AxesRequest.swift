import FigureSpecification
import Figures

/// What stands at the axes of panels, in plain values.
struct AxesRequest {
  /// The name of the x-axis; x where nil.
  var xName: String?
  /// The names of y-axes, in the order of what is looked at; that of the quantity where there are no more.
  var yNames: [String] = []
  var xTicks = TickChoice.round
  /// The ticks of y-axes that show quantities.
  var yTicks = TickChoice.round
  var hasGrid = true
  var hasEqualUnits = false

  init() {}

  /// What settings ask for, of so many views on axes that are divided so.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings, views: Int, x: ScaleKind, y: ScaleKind) throws(Problem) {
    xName = try settings.value(Keys.xLabel)
    yNames = try settings.values(Keys.yLabel)
    guard yNames.count <= views else {
      throw settings.all(Keys.yLabel)[views].problem(
        """
        \(Keys.yLabel.name) stands there \(yNames.count) times, but what is shown has \(views) \
        \(views == 1 ? "y-axis" : "y-axes").
        """)
    }
    xTicks = try settings.value(Keys.xTicks)
    yTicks = try settings.value(Keys.yTicks)
    try settings.check(xTicks, by: Keys.xTicks, on: x, of: Keys.xScale)
    try settings.check(yTicks, by: Keys.yTicks, on: y, of: Keys.yScale)
    hasGrid = try settings.value(Keys.grid)
    hasEqualUnits = try settings.value(Keys.aspect) == .equal
    if hasEqualUnits { try settings.checkEqualUnits(x, y) }
  }
}

extension Settings {
  /// Refuses multiples of π where equal steps are no equal distances.
  fileprivate func check(
    _ ticks: TickChoice, by key: some TypedKey, on scale: ScaleKind, of scaleKey: some TypedKey
  ) throws(Problem) {
    guard ticks == .multiplesOfPi, scale != .linear else { return }
    throw problem(
      key,
      "\(key.name) pi divides a linear axis: leave out \(scaleKey.name), or give a list such as pi,10pi."
    )
  }

  /// Refuses equal units where a unit has no one length.
  fileprivate func checkEqualUnits(_ x: ScaleKind, _ y: ScaleKind) throws(Problem) {
    let bent = [(x, Keys.xScale.name), (y, Keys.yScale.name)].first { $0.0 != .linear }
    guard let bent else { return }
    throw problem(
      Keys.aspect, "\(Keys.aspect.name) equal is of two linear axes: leave out \(bent.1).")
  }
}

extension PanelRequest {
  /// Takes what stands at the axes of the view with this index.
  mutating func take(_ axes: AxesRequest, of view: View, _ index: Int) {
    xLabel = axes.xName
    if axes.yNames.indices.contains(index) { yLabel = axes.yNames[index] }
    xTicks = axes.xTicks
    if view.isValue { yTicks = axes.yTicks }
    hasGrid = axes.hasGrid
    hasEqualUnits = axes.hasEqualUnits && view.scale == .linear
  }
}
