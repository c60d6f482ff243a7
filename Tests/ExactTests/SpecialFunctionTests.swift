import CMPFR
import Testing

@testable import Exact

/// Incomplete gamma functions, erfc and Stirling's series against MPFR's own, which share nothing with them.
struct SpecialFunctionTests {
  private let coarse = Arithmetic(bits: 80)
  private let fine = Arithmetic(bits: 400)

  /// Whether bounds hold a number of MPFR's, and are narrow.
  private func expect(_ bounds: Bounds, _ truth: Number, _ place: String) {
    #expect(!(truth < bounds.low) && !(bounds.high < truth), "\(place)")
    let width = Arithmetic(bits: 64).width(coarse.magnitude(bounds))
    #expect(width.size < -60, "\(place) is too wide")
  }

  @Test("erfc is right from one end to the other")
  func complementaryError() {
    actviz_mpfr_widest_range()
    for step in -60...600 {
      let x = Number(Double(step) * 0.0625 + 0.001)
      let truth = Number(700) { number in x.read { mpfr_erfc(number, $0, MPFR_RNDN) } }
      expect(coarse.complementaryError(Bounds(x)), truth, "erfc(\(x.double))")
      expect(fine.complementaryError(Bounds(x)), truth, "erfc(\(x.double)) in 400 bits")
    }
  }

  @Test("P and Q are right for a and z of all sizes", arguments: [0.05, 1.0 / 3, 0.5, 1, 2.7, 30])
  func incompleteGamma(a: Double) throws {
    actviz_mpfr_widest_range()
    let parameter = try #require(
      GammaParameter(Bounds(a), Arithmetic(bits: GammaParameter.bits(for: 80))))
    for z in [1e-12, 0.01, 0.3, 1, 2.5, 7, 19, 45, 58, 60, 75, 130, 900] {
      let (first, second) = (Number(a), Number(z))
      let gamma = Number(2500) { number in first.read { mpfr_gamma(number, $0, MPFR_RNDN) } }
      let upper = Number(2500) { number in
        first.read { a in second.read { z in mpfr_gamma_inc(number, a, z, MPFR_RNDN) } }
      }
      let share = Arithmetic(bits: 2500).divide(Bounds(upper), Bounds(gamma))
      expect(coarse.upperGamma(parameter, Bounds(second)), share.low, "Q(\(a), \(z))")
      let rest = Arithmetic(bits: 2500).subtract(.one, share)
      expect(coarse.lowerGamma(parameter, Bounds(second)), rest.low, "P(\(a), \(z))")
    }
  }

  @Test("Stirling's series gives ln Γ and its derivatives")
  func stirling() {
    actviz_mpfr_widest_range()
    for z in [23.5, 40, 1e3, 1e12] {
      let x = Number(z)
      let logarithm = Number(300) { number in x.read { mpfr_lngamma(number, $0, MPFR_RNDN) } }
      let slope = Number(300) { number in x.read { mpfr_digamma(number, $0, MPFR_RNDN) } }
      expect(coarse.stirling(Bounds(x), derivative: 0), logarithm, "ln Γ(\(z))")
      expect(coarse.stirling(Bounds(x), derivative: 1), slope, "ψ(\(z))")
      // ψ′ by its series, Σ 1/(z + k)², is ψ′(z) − ψ′(z + 1) = 1/z².
      for m in 2...6 {
        let next = coarse.stirling(Bounds(z + 1), derivative: m)
        let difference = coarse.subtract(coarse.stirling(Bounds(x), derivative: m), next)
        var step = coarse.divide(coarse.factorial(m - 1), coarse.power(Bounds(x), m))
        if m % 2 == 1 { step = step.negated }
        // The logarithm's m-th derivative is (−1)^(m−1)·(m − 1)!/zᵐ, and this falls by it.
        let sum = coarse.add(difference, step.negated)
        #expect(sum.sign == nil || sum.isZero, "derivative \(m) at \(z)")
      }
    }
  }
}
