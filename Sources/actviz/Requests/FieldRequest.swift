import Activations
import Analysis
import Figures
import Formulas

/// A function of x and y as a panel shows it, in plain values: in colour, as lines of equal values, or both.
struct FieldRequest {
  var function: Function
  /// What it is compared with, if anything.
  var reference: Function?
  var quantity: SurfaceQuantity
  /// What the values are called; panels of one name have their colours in common.
  var name: String
  /// Whether the colour bar says it.
  var isNamed = true
  /// Whether it is shown in colour; else as lines alone.
  var hasColors: Bool
  /// The values that colours span; fitted where nil.
  var values: ClosedRange<Double>?
  /// How many cells it has, in place of a cell for every pixel.
  var cells: (columns: Int, rows: Int)?

  /// The values at points.
  private var closure: ([Point]) -> [Double] {
    let (surface, quantity) = (Self.pictured(function), quantity)
    func values(of surface: (any Surface)?, _ points: [Point]) -> [Double] {
      surface?.columns([quantity], at: points)[0] ?? points.map { _ in .nan }
    }
    guard let reference else { return { values(of: surface, $0) } }
    let other = Self.pictured(reference)
    return { points in
      zip(values(of: surface, points), values(of: other, points))
        .map(Self.difference)
    }
  }

  private static func pictured(_ function: Function) -> (any Surface)? {
    (function.surface as? FormulaSurface)?.pictured ?? function.surface
  }

  /// The difference of two values, 0 where they are equal but for rounding: its noise would have lines.
  private static func difference(_ a: Double, _ b: Double) -> Double {
    let difference = a - b
    return difference.magnitude <= 16 * max(a.magnitude, b.magnitude).ulp ? 0 : difference
  }

  /// What has the place of the field until it is computed: as much room as a field takes.
  var placeholder: Figure.Field {
    Figure.Field(
      name: isNamed ? name : "",
      grid: hasColors ? Figure.Field.Grid(columns: 1, rows: 1, values: [0]) : nil,
      scale: ColorScale(holding: values ?? -1...1))
  }

  /// The field before it is known which values its colours span.
  func draft(_ axes: Scene.Panel, pixels: (width: Double, height: Double)) -> FieldDraft {
    func axis(_ axis: Scene.Axis, _ length: Double) -> PixelAxis {
      PixelAxis(axis.domain, length: length, transform: axis.scale.bend)
    }
    let sampler = SurfaceSampler(
      x: axis(axes.x, pixels.width), y: axis(axes.y, pixels.height), values: closure)
    guard let cells else { return FieldDraft(sampler, of: sampler) }
    let coarse = SurfaceSampler(
      x: axis(axes.x, Double(cells.columns)), y: axis(axes.y, Double(cells.rows)), values: closure)
    return FieldDraft(sampler, of: coarse)
  }

  /// The field with the colours of a scale.
  func field(_ draft: FieldDraft, _ scale: ColorScale) -> Figure.Field {
    let lines = draft.sampler.lines(at: scale.levels, beside: cells == nil ? draft.grid : nil).map {
      Figure.Field.Line(level: $0.level, points: $0.points, isClosed: $0.isClosed)
    }
    var grid: Figure.Field.Grid?
    if hasColors {
      grid = Figure.Field.Grid(
        columns: draft.grid.columns, rows: draft.grid.rows, values: draft.grid.values)
      grid?.isSmooth = cells == nil
    }
    return Figure.Field(name: isNamed ? name : "", grid: grid, scale: scale, lines: lines)
  }
}

/// A field before it is known which values its colours span.
struct FieldDraft {
  let sampler: SurfaceSampler
  let grid: FieldGrid
  /// The least and the greatest value; nil where there is none.
  let extremes: ClosedRange<Double>?

  /// The values that colours are to span; nil where there are none.
  let window: ValueWindow?

  /// Looks at the pixels of a sampler, which may be fewer than those that lines are found by.
  init(_ sampler: SurfaceSampler, of pixels: SurfaceSampler) {
    self.sampler = sampler
    grid = pixels.grid()
    window = pixels.window(of: grid)
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in grid.values where value.isFinite {
      low = min(low, value)
      high = max(high, value)
    }
    extremes = low <= high ? low...high : nil
  }
}

extension ColorScale {
  /// The scale of fields that have their colours in common.
  init(of drafts: [FieldDraft], spanning values: ClosedRange<Double>?) {
    let found = drafts.compactMap(\.extremes)
    let extremes = found.first.map { first in
      found.reduce(first) {
        min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound)
      }
    }
    self.init(
      holding: values ?? ValueWindow.holding(drafts.compactMap(\.window)) ?? -1...1,
      extremes: extremes)
  }
}
