import Activations
import Foundation

/// Parameters and points by chance: of all sizes, near what is special and at the ends of what is allowed.
struct KernelDice {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  /// A value for every parameter: within 10⁻²…10², or of any size from 10⁻⁶⁰ to 10⁶⁰.
  mutating func settings(of family: FunctionFamily, isWide: Bool) -> [Function.Setting] {
    family.parameters.map { Function.Setting(parameter: $0, value: value(of: $0, isWide: isWide)) }
  }

  private mutating func value(of parameter: Parameter, isWide: Bool) -> Double {
    let extent: Double = isWide ? 60 : 2
    var value: Double
    switch random.next() % 20 {
    case 0..<14: value = power(-extent, extent)
    case 14..<17: value = near(parameter.defaultValue)
    default: value = near(one(of: [1, 0.5, 2, 3, 10, 0.1, 2.0.squareRoot(), 0.5.squareRoot()]))
    }
    if parameter.domain.contains(-1) { value *= sign() }
    if parameter.domain.contains(0), random.next() % 12 == 0 { value = 0 }
    if parameter.domain.contains(.infinity), random.next() % 40 == 0 { value = .infinity }
    return parameter.domain.contains(value) ? value : parameter.defaultValue
  }

  /// A point near 0, in a tail, of any size, near a kink, or by the function's parameters larger or smaller.
  mutating func point(of function: Function) -> Double {
    var x: Double
    switch random.next() % 12 {
    case 0, 1: x = sign() * random.unit() * 4
    case 2, 3: x = sign() * random.unit() * 40
    case 4, 5: x = sign() * random.unit() * 760
    case 6: x = sign() * power(-20, 20)
    case 7: x = sign() * power(-323, 308)
    case 8: return near(one(of: function.activation.landmarks + function.activation.kinks.map(\.x)))
    case 9: return one(of: [0, 0x1p-1074, 0x1.9p-1030, 0x1.fffffffffffffp1023]) * sign()
    default: x = sign() * random.unit() / 100
    }
    guard random.next() & 1 == 0 else { return x }
    for setting in function.settings where setting.value != 0 && setting.value.isFinite {
      x *= Foundation.pow(abs(setting.value), one(of: [-1, -1, -1, 1, -0.5, 0.5, 0]))
    }
    return x.isFinite ? x : Double.greatestFiniteMagnitude
  }

  /// A point beside a zero of f, f′ or f″, or somewhere if none is found.
  mutating func zero(of function: Function) -> Double {
    let quantity = one(of: [Quantity.f, .df, .d2f])
    let spread = one(of: [1.0, 4, 30, 700])
    var (a, b) = (sign() * random.unit() * spread, sign() * random.unit() * spread)
    func isAbove(_ x: Double) -> Bool { function.activation.columns([quantity], at: [x])[0][0] > 0 }
    guard isAbove(a) != isAbove(b) else { return a }
    for _ in 0..<70 {
      let middle = 0.5 * (a + b)
      if isAbove(middle) == isAbove(a) { a = middle } else { b = middle }
    }
    return beside(a)
  }

  /// The number, one a few doubles away, or one that shares some digits with it.
  private mutating func near(_ x: Double) -> Double {
    switch random.next() % 3 {
    case 0: x
    case 1: beside(x)
    default: x * (1 + sign() * power(-15, -1))
    }
  }

  private mutating func beside(_ x: Double) -> Double {
    let isUp = random.next() & 1 == 0
    return (0..<random.next() % 6).reduce(x) { y, _ in isUp ? y.nextUp : y.nextDown }
  }

  private mutating func sign() -> Double { random.next() & 1 == 0 ? -1 : 1 }

  private mutating func power(_ low: Double, _ high: Double) -> Double {
    Foundation.pow(10, low + (high - low) * random.unit())
  }

  private mutating func one<Element>(of choices: [Element]) -> Element {
    choices[Int(random.next() % UInt64(choices.count))]
  }
}
