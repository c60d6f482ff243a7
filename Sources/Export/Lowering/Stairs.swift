// Functions that jump: at a jump they are the mean of their limits, as everywhere in actviz.

extension Code {
  /// Whole numbers below, above or beside u; nil for what does not jump.
  mutating func stair(_ function: Primitive, _ u: Int) -> Int? {
    let (half, step) = (number(0.5), emit(.call(function, u)))
    switch function {
    case .floor: return emit(.select(.equal, u, step, emit(.subtract(u, half)), otherwise: step))
    case .ceil: return emit(.select(.equal, u, step, emit(.add(u, half)), otherwise: step))
    case .round:
      let gap = emit(.magnitude(emit(.subtract(step, u))))
      return emit(.select(.equal, gap, half, u, otherwise: step))
    default: return nil
    }
  }
}
