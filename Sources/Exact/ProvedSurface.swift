import Activations
import Formulas

/// Columns of proved values of one function of two variables, and how many could not be decided.
package struct ProvedSurface: Sendable {
  private let surface: FormulaSurface
  private let extent: ProvedColumns.Extent
  /// How many values proof was asked for.
  package private(set) var count = 0
  /// How many of them could not be decided.
  package private(set) var undecided = 0

  package init(_ surface: FormulaSurface, _ extent: ProvedColumns.Extent = .all) {
    self.surface = surface
    self.extent = extent
  }

  /// The quantities at every point, rounded once to the type; what cannot be decided is as it is without proof, or the middle of
  /// what it may be where all values are proved.
  ///
  /// What is had on one course is proved together.
  package mutating func columns(
    _ quantities: [SurfaceQuantity], at points: [Point], as type: FloatType
  ) -> [[Double]] {
    let plain = surface.columns(quantities, at: points)
    var columns = plain.map { $0.map(type.rounded) }
    for course in SurfaceQuantity.Course.allCases {
      guard let statement = surface.statement(of: course) else { continue }
      let places = quantities.indices.filter { quantities[$0].course == course }
      var exact = ExactFunction(statement)
      for (row, point) in points.enumerated() {
        let asked = places.filter { isAsked(plain[$0][row], at: point, type) }
        guard let order = asked.map({ quantities[$0].order }).max() else { continue }
        let place = course.place(point)
        exact.held = place.held
        let outcomes = exact.values(at: place.x, upTo: order, in: type)
        for place in asked {
          columns[place][row] = settled(outcomes[quantities[place].order], columns[place][row])
        }
      }
    }
    return columns
  }

  /// Whether a value is to be proved, given what it is without proof.
  private func isAsked(_ plain: Double, at point: Point, _ type: FloatType) -> Bool {
    switch extent {
    case .all: true
    case .roundings: point.isFinite && !type.isDecided(plain)
    }
  }

  /// What a proof makes of a value.
  private mutating func settled(_ outcome: Outcome, _ plain: Double) -> Double {
    switch extent {
    case .all:
      count += 1
      if !outcome.isKnown { undecided += 1 }
      return !outcome.isKnown && outcome.value.isNaN ? plain : outcome.value
    case .roundings:
      guard case .known(let value) = outcome else { return plain }
      return value
    }
  }
}

extension Function {
  /// The same function of two variables, its values proved where doubles lose digits on the way.
  var provedSurface: Function? {
    guard let surface = surface as? FormulaSurface else { return nil }
    return Function(
      self,
      surface: surface.proved { statement in
        let exact = ExactFunction(statement)
        return { exact.settled($0) { $0.values(at: $1, upTo: $2) } }
      })
  }
}
