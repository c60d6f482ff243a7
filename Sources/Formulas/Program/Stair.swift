import Activations

/// A function of the language whose values are whole numbers.
enum Stair: String, Sendable {
  case floor, ceil, round

  /// Its value; half a unit is rounded away from 0.
  @Sendable func value(_ u: Double) -> Double {
    switch self {
    case .floor: u.rounded(.down)
    case .ceil: u.rounded(.up)
    case .round: u.rounded(.toNearestOrAwayFromZero)
    }
  }

  /// Where it jumps: at whole numbers moved by this.
  var shift: Double {
    switch self {
    case .floor, .ceil: 0
    case .round: 0.5
    }
  }

  /// Whether it jumps at u.
  func jumps(at u: Double) -> Bool {
    // Beyond 2⁵² there are no halves.
    guard u.isFinite, shift == 0 || u.magnitude < 0x1p52 else { return false }
    return u - shift == (u - shift).rounded(.down)
  }

  /// Its value a little to one side of a jump; at the jump itself where the side is 0.
  func value(beside u: Double, _ side: Double) -> Double {
    if side == 0 { return value(u) }
    switch self {
    case .floor: return side > 0 ? u : u - 1
    case .ceil: return side > 0 ? u + 1 : u
    case .round: return side > 0 ? u.rounded(.up) : u.rounded(.down)
    }
  }
}

extension Intrinsic {
  /// Which of those whose values are whole numbers it is.
  var stair: Stair? { Stair(rawValue: rawValue) }
}

extension Kernel {
  /// Whole numbers; on a jump as the side tells.
  @inline(never)
  func stairs(_ stair: Stair) {
    for i in 0..<count {
      let u = a.value[i]
      let isJump = stair.jumps(at: u) && isTie(i, 0)
      let value = isJump ? stair.value(beside: u, direction(i, number: u)) : stair.value(u)
      // What has no value has no slope.
      let slope = u.isNaN ? u : 0
      store(Jet(value, slope, slope), i)
    }
  }

  /// u − m·⌊u/m⌋, on a jump as the side tells.
  @inline(never)
  func remainder(_ b: Register) {
    for i in 0..<count {
      let (u, m) = (jet(a, i), jet(b, i))
      let rest = Libm.fmod(u.value, m.value)
      var value = rest != 0 && (rest < 0) != (m.value < 0) ? rest + m.value : rest
      var quotient = ((u.value - value) / m.value).rounded()
      if rest == 0, isTie(i, 0), direction(i, quotient, b) < 0 {
        value = m.value
        quotient -= 1
      }
      store(
        Jet(
          value, u.first - product(quotient, m.first), u.second - product(quotient, m.second)), i)
    }
  }

  /// The sign that (u − q·m)/m, which is 0 at x, has a little to the side.
  private func direction(_ i: Int, _ q: Double, _ b: Register) -> Double {
    let slope = a[.x][i] - product(q, b[.x][i])
    let bend = a[.xx][i] - product(q, b[.xx][i])
    var lead = slope != 0 ? slope * side : bend
    if lead == 0, i + 1 < count { lead = a.value[i + 1] - product(q, b.value[i + 1]) }
    return b.value[i] < 0 ? -lead : lead
  }
}
