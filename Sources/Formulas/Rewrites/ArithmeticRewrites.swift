// Sums, products and quotients: operations with a constant have instructions of their own, and those of two
// registers one order.

extension Rewrite {
  static let arithmetic = plainArithmetic + [halvedProduct]

  /// Those that keep the order in which a formula multiplies and divides.
  static let plainArithmetic = [
    sumWithConstant, differenceWithConstant, productWithConstant, quotientByConstant, square,
    orderedSum, orderedProduct, sumWithZero, productWithOne, productOfSigns,
  ]

  private static let sumWithConstant = form("u + c, c + u → u + c", example: "2 + x") {
    builder, instruction in
    guard case .add(let a, let b) = instruction else { return nil }
    if let c = builder.constant(b) { return builder.emit(.offset(a, by: c)) }
    if let c = builder.constant(a) { return builder.emit(.offset(b, by: c)) }
    return nil
  }

  private static let differenceWithConstant = form("c − u → c + (−1)·u", example: "2 - x") {
    builder, instruction in
    guard case .subtract(let a, let b) = instruction else { return nil }
    if let c = builder.constant(b) { return builder.emit(.offset(a, by: -c)) }
    guard let c = builder.constant(a) else { return nil }
    return builder.emit(.offset(builder.emit(.scale(b, by: -1)), by: c))
  }

  private static let productWithConstant = form("u·c, c·u → c·u", example: "x*3") {
    builder, instruction in
    guard case .multiply(let a, let b) = instruction else { return nil }
    if let c = builder.constant(b) { return builder.emit(.scale(a, by: c)) }
    if let c = builder.constant(a) { return builder.emit(.scale(b, by: c)) }
    return nil
  }

  private static let quotientByConstant = form("u/c → u/c, or (1/c)·u", example: "x/4 + x/3") {
    builder, instruction in
    guard case .divide(let a, let b) = instruction, let c = builder.constant(b) else { return nil }
    let isPowerOfTwo = c.significand == 1 && (1 / c).isNormal
    return builder.emit(isPowerOfTwo ? .scale(a, by: 1 / c) : .quotient(a, by: c))
  }

  private static let square = form("u·u → u²", example: "sin(x)*sin(x)") { builder, instruction in
    guard case .multiply(let a, let b) = instruction, a == b else { return nil }
    return builder.emit(.raise(a, to: 2))
  }

  private static let orderedSum = form("v + u → u + v", example: "(exp(x) + sin(x)) + exp(x)") {
    builder, instruction in
    guard case .add(let a, let b) = instruction, a > b else { return nil }
    return builder.emit(.add(b, a))
  }

  private static let orderedProduct = form("v·u → u·v", example: "(x + exp(x))*x") {
    builder, instruction in
    guard case .multiply(let a, let b) = instruction, a > b else { return nil }
    return builder.emit(.multiply(b, a))
  }

  private static let sumWithZero = form("u + 0 → u", example: "x + 0") { _, instruction in
    guard case .offset(let u, 0) = instruction else { return nil }
    return u
  }

  private static let productWithOne = form("1·u → u", example: "1*x") { _, instruction in
    guard case .scale(let u, 1) = instruction else { return nil }
    return u
  }

  private static let productOfSigns = form("−(c·u) → (−c)·u", example: "-(3*x)") {
    builder, instruction in
    guard case .scale(let inner, let c) = instruction, case .scale(let u, let d) = builder[inner],
      c == -1 || d == -1
    else { return nil }
    return builder.emit(.scale(u, by: c * d))
  }

  /// x·(1 + erf(x))/2 may be a number where x·(1 + erf(x)) is not.
  private static let halvedProduct = form("(u·v)/2 → u·(v/2)", example: "x*exp(x)/2") {
    builder, instruction in
    guard case .scale(let product, let c) = instruction, c.magnitude < 1,
      c.magnitude.significand == 1, case .multiply(let a, let b) = builder[product]
    else { return nil }
    if !isProduct(builder[b]) {
      return builder.emit(.multiply(a, builder.emit(.scale(b, by: c))))
    }
    guard !isProduct(builder[a]) else { return nil }
    return builder.emit(.multiply(b, builder.emit(.scale(a, by: c))))
  }

  private static func isProduct(_ instruction: Program.Instruction) -> Bool {
    if case .multiply = instruction { true } else { false }
  }
}
