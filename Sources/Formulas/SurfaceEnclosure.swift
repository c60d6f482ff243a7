import Activations

/// A function of two variables over rectangles: what holds its values and slopes there.
package struct SurfaceEnclosure: Sendable {
  private let alongX: ProgramEnclosure
  private let alongY: ProgramEnclosure

  init(_ x: Program, _ y: Program) {
    alongX = ProgramEnclosure(callingOf: x)
    alongY = ProgramEnclosure(callingOf: y)
  }

  /// f, its slope and its curvature along an axis; the curvature only of that order.
  package func jet(along axis: Axis, x: Interval, y: Interval, order: Int) -> EnclosureJet {
    let (program, own, other) = axis == .x ? (alongX, x, y) : (alongY, y, x)
    var held = program
    held.held = other
    return held.enclosure(of: Enclosure(own, .smooth), order: order)
  }
}

extension FormulaSurface {
  /// What holds it over rectangles.
  package var enclosure: SurfaceEnclosure {
    SurfaceEnclosure(program(along: .x), program(along: .y))
  }
}
