import Foundation
import Testing

@testable import Activations
@testable import Analysis
@testable import Formulas

/// Sheets whose every line is known: Reference/sheets.json, written by make-sheets.
///
/// This is a part that takes seconds; judge-sheets compares all.
@Suite struct KnownSheetsTests {
  /// A number as JSON has it, or one of the words for what it has not.
  struct Number: Decodable {
    let value: Double

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      value =
        try (try? container.decode(Double.self))
        ?? Double(container.decode(String.self)) ?? .nan
    }
  }

  struct Limits: Decodable {
    let overflow_from, zero_from, zero_up_to, overflow_up_to: Number?
  }

  struct Known: Decodable, CustomTestStringConvertible {
    let name: String
    let infimum, supremum, slope_min, slope_max, lipschitz: Number
    let left, right: [Number?]?
    let mean, second, variance, slope_second, gain, chi, flat: Number?
    let edge: [Number]?
    let relu_supremum, l2: Number
    let odd, even: Bool
    let types: [String: [String: Limits]]
    var testDescription: String { name }
  }

  static let all: [Known] = {
    guard
      let url = Bundle.module.url(
        forResource: "sheets", withExtension: "json", subdirectory: "Reference"),
      let data = try? Data(contentsOf: url)
    else { return [] }
    return (try? JSONDecoder().decode([Known].self, from: data)) ?? []
  }()

  /// One of each kind, of those that are quick.
  static let few = [
    "1/x", "1/x^2", "abs(x)^(-0.2)", "1/cbrt(x)", "log(x)", "sign(x)", "exp(x^2/4)", "exp(x^2/8)",
    "relu6", "cbrt(x)^2", "sqrt(abs(x))", "tanh(1e6*x)", "relu(x-1e6)", "gelu", "mish", "relu",
    "squareplus:b=0.01", "max(x, -x/2, 1)", "gate: heaviside(x-1)",
  ]

  @Test func thereAreAHundredAndMore() {
    #expect(Self.all.count >= 100)
    #expect(Set(Self.few).isSubset(of: Self.all.map(\.name)))
  }

  @Test(arguments: all.filter { few.contains($0.name) })
  func nothingOfItIsFalse(known: Known) throws {
    let sheet = Inspection(try Function(parsing: known.name))
    let gaussian = sheet.gaussian
    for (what, found, truth) in [
      ("infimum", sheet.minimum?.value, known.infimum),
      ("supremum", sheet.maximum?.value, known.supremum),
      ("smallest slope", sheet.slopeMinimum?.value, known.slope_min),
      ("largest slope", sheet.slopeMaximum?.value, known.slope_max),
      ("Lipschitz", sheet.lipschitz?.value, known.lipschitz),
      ("E f²", gaussian.secondMoment, known.second), ("Var f", gaussian.variance, known.variance),
      ("E f′²", gaussian.slopeSecondMoment, known.slope_second),
      ("gain", gaussian.gain, known.gain),
      ("χ₁", gaussian.chi, known.chi), ("share", gaussian.flatShare, known.flat),
      ("sup |f - relu|", sheet.distanceToRelu.supremum, known.relu_supremum),
      ("L2", sheet.distanceToRelu.l2, known.l2),
    ] {
      #expect(isTrue(found, truth), "\(what): \(found ?? .nan), not \(truth?.value ?? .nan)")
    }
    // A mean is told to the last digit of the values that it is the mean of.
    let size = gaussian.secondMoment.map { $0.isFinite ? $0.squareRoot() : 0 } ?? 0
    #expect(isTrue(gaussian.mean, known.mean, orWithin: 1e-14 * size), "E f")
    for (end, truth) in [(sheet.left, known.left), (sheet.right, known.right)] {
      let numbers = truth?.map { $0?.value } ?? [.nan, nil, nil]
      #expect(isSame(end.limit, numbers[0]) && isSame(end.slope, numbers[1]))
      #expect(isSame(end.offset, numbers[2]), "\(end)")
    }
    try compareEdgeAndTypes(sheet, known)
  }

  private func compareEdgeAndTypes(_ sheet: Inspection, _ known: Known) throws {
    #expect((sheet.gaussian.edgeOfChaos == nil) == (known.edge == nil))
    if let edge = sheet.gaussian.edgeOfChaos, let truth = known.edge?.map(\.value) {
      #expect(isSame(edge.weight, truth[0]))
      #expect(abs(edge.bias - truth[1]) <= 1e-14)
      #expect(
        try abs(#require(sheet.gaussian.varianceSlope) - truth[2]) <= 1e-9 * abs(truth[2]) + 1e-14)
    }
    for limits in sheet.typeLimits {
      let truth = try #require(
        known.types[limits.type.rawValue]?[limits.side < 0 ? "left" : "right"])
      for (found, number) in [
        (limits.overflow, truth.overflow_from), (limits.flush, truth.zero_from),
        (limits.flushNearZero, truth.zero_up_to), (limits.overflowNearZero, truth.overflow_up_to),
      ] {
        #expect(found == number.map { abs($0.value) }, "\(limits)")
      }
    }
  }

  /// To nine digits; what is not told is not false, and neither is what the truth leaves open.
  private func isTrue(_ found: Double?, _ truth: Number?, orWithin most: Double = 0) -> Bool {
    guard let truth, let found else { return true }
    return isSame(found, truth.value) || abs(found - truth.value) <= most
  }

  private func isSame(_ a: Double?, _ b: Double?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    if a.isNaN || b.isNaN { return a.isNaN && b.isNaN }
    return a == b || abs(a - b) <= 1e-9 * max(abs(a), abs(b))
  }
}
