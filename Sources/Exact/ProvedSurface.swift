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
  package mutating func columns(
    _ quantities: [SurfaceQuantity], at points: [Point], as type: FloatType
  ) -> [[Double]] {
    let plain = surface.columns(quantities, at: points)
    return zip(quantities, plain).map { quantity, values in
      guard let (statement, order) = surface.statement(for: quantity) else { return values }
      var exact = ExactFunction(statement)
      return zip(points, values).map { point, value in
        switch extent {
        case .all: break
        case .roundings: if type.isDecided(value) || !point.isFinite { return type.rounded(value) }
        }
        let place =
          quantity.isAlongY ? RunPlace(point.y, held: point.x) : RunPlace(point.x, held: point.y)
        return proved(&exact, place, order, type, plain: type.rounded(value))
      }
    }
  }

  private mutating func proved(
    _ exact: inout ExactFunction, _ place: RunPlace, _ order: Int, _ type: FloatType, plain: Double
  ) -> Double {
    exact.held = place.held
    let outcome = exact.values(at: place.x, upTo: order, in: type)[order]
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
