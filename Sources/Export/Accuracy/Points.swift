import Activations

/// The points at which code is measured: all sizes of both signs, the middle densely, the ends of the type and of its binades, and
/// both sides of every seam.
enum Points {
  /// Sparse, it is a third of them.
  static func of(_ type: FloatType, around places: [Double], isSparse: Bool = false) -> [Double] {
    var points: [Double] = []
    let exponents = type == .f32 ? -149...127 : -1074...1023
    let perBinade = type == .f32 && !isSparse ? 4 : 1
    var generator = Generator()
    for exponent in exponents {
      for _ in 0..<perBinade {
        let size = Double(sign: .plus, exponent: exponent, significand: 1 + generator.next())
        points += [size, -size]
      }
    }
    for (reach, count) in [(1.0, 150), (8, 400), (20, 300), (110, 400), (800, 300)] {
      let all = type == .f32 && reach > 200 ? 60 : count
      let kept = isSparse ? all / 3 : all
      for _ in 0..<kept { points.append(reach * (2 * generator.next() - 1)) }
    }
    points += beside(places, type) + ends(of: type)
    let rounded = Set(points.map(type.rounded)).filter { $0.isFinite && $0 != 0 }
    return rounded.subtracting(places).sorted()
  }

  /// The greatest numbers, the least, subnormal and normal, and both sides of powers of two; of both signs.
  private static func ends(of type: FloatType) -> [Double] {
    let far = type == .f32 ? 127 : 1023
    let (least, greatest) = (type.ulp(of: 0), type.greatestFiniteMagnitude)
    var sizes = (1...4).map { Double($0) * least }
    sizes += (0..<3).map { greatest - Double($0) * type.ulp(of: greatest) }
    let exponents = Array(-16...16) + stride(from: 1 - far, through: far, by: far / 8)
    for exponent in exponents {
      let power = Double(sign: .plus, exponent: exponent, significand: 1)
      sizes += [power, power + type.ulp(of: power), power - type.ulp(of: power / 2)]
    }
    // A factor of 2 on the way overflows here alone.
    for sixteenths in 16..<32 {
      sizes.append(Double(sign: .plus, exponent: far - 4, significand: Double(sixteenths)))
    }
    return sizes.flatMap { [$0, -$0] }
  }

  /// Numbers near some places, on both sides and ever nearer.
  static func beside(_ places: [Double], _ type: FloatType) -> [Double] {
    var points: [Double] = []
    var generator = Generator()
    for place in places where place.isFinite {
      for _ in 0..<40 {
        let gap = Double(sign: .plus, exponent: 1 - Int(generator.next() * 22), significand: 1)
        points += [place + gap * generator.next(), place - gap * generator.next()]
      }
      for step in 1...3 {
        let gap = type.ulp(of: place) * Double(step)
        points += [place + gap, place - gap]
      }
    }
    return points.map(type.rounded)
  }

  /// The other variable and its opposite, and some numbers beside them.
  static func besideOther(_ other: Double, _ type: FloatType) -> [Double] {
    [-1.0, 1].flatMap { sign in
      let place = sign * other
      let gap = type.ulp(of: place)
      return [place, place - gap, place + gap, place - 0.375, place + 1.25, 0.9375 * place]
    }.map(type.rounded).filter { $0.isFinite && $0 != 0 }
  }

  /// Numbers of the size of one, up to a quarter smaller or larger.
  static func around(_ place: Double, _ type: FloatType) -> [Double] {
    var generator = Generator()
    return (0..<200).map { _ in type.rounded(place * (0.75 + 0.5 * generator.next())) }
  }

  /// Numbers in 0..<1, the same in every run.
  private struct Generator {
    private var state: UInt64 = 0x9e37_79b9_7f4a_7c15

    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
  }
}
