import Figures

/// How the units of a panel's axes relate.
package enum Aspect: String, CaseIterable, Sendable {
  /// Not at all: the panel fills its room.
  case fill
  /// One unit of x is as long as one of y.
  case equal
}

// How what stands at axes is read.
extension ValueReaders {
  /// `on` or `off`; `true` and `false` in files.
  static func switching(_ text: String, _ key: KeyName) throws(Problem) -> Bool {
    switch text.lowercased() {
    case "on", "true": return true
    case "off", "false": return false
    default: throw notOne(of: ["on", "off"], text, key)
    }
  }

  /// `pi`, `none`, or numbers and multiples of π.
  static func ticks(_ text: String, _ key: KeyName) throws(Problem) -> TickChoice {
    switch text.lowercased() {
    case "pi", "π": return .multiplesOfPi
    case "none": return .at([])
    default: break
    }
    var ticks: [TickChoice.Value] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let tick = tick(part.filter { $0 != " " }) else {
        throw Problem(
          key,
          """
          \(key) is a list of finite numbers and multiples of pi, such as -pi/2,0,1.5, or pi or none, not \
          '\(part)'.
          """)
      }
      if !ticks.contains(where: { $0.value == tick.value }) { ticks.append(tick) }
    }
    return .at(ticks)
  }

  /// A finite number, or a multiple of π: `-3pi/4`, `2*π`.
  static func tick(_ text: String) -> TickChoice.Value? {
    if let number = number(text) {
      return number.isFinite ? TickChoice.Value(number + 0, typed: text) : nil
    }
    let lowercased = text.lowercased()
    guard let pi = ["pi", "π"].compactMap({ lowercased.firstRange(of: $0) }).first else {
      return nil
    }
    var factor = lowercased[..<pi.lowerBound]
    if factor.last == "*" { factor = factor.dropLast() }
    let numerator = ["": "1", "+": "1", "-": "-1"][String(factor)] ?? String(factor)
    let behind = lowercased[pi.upperBound...]
    let denominator = behind.isEmpty ? 1 : Int(behind.dropFirst())
    guard behind.isEmpty || behind.first == "/", let denominator,
      (1...10_000).contains(denominator),
      let multiple = number(numerator), multiple.isFinite
    else { return nil }
    return TickChoice.Value(pi: multiple + 0, over: denominator)
  }
}
