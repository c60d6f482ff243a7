import Activations
import Formulas
import ArgumentParser

/// The domain, the quantities and the number of points.
struct DomainOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Quantities, of \(Quantity.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "list"))
  var show = "f,df"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The domain, -5:5 unless given.", valueName: "lo:hi"))
  var xRange: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Points on an even grid, ends included.", valueName: "n"))
  var samples: String?

  /// The domain: two finite ends in ascending order.
  func domain() throws -> ClosedRange<Double> { try Self.domain(xRange) }

  /// The domain that `--x-range` gives, -5…5 without it.
  static func domain(_ xRange: String?) throws -> ClosedRange<Double> {
    guard let xRange else { return -5...5 }
    guard let (low, high) = NumberText.ends(xRange) else {
      throw Failure(
        .usage, "--x-range must be two finite numbers LO:HI such as -5:5, not '\(xRange)'.")
    }
    guard low < high else {
      throw Failure(.usage, "--x-range must rise, but '\(xRange)' does not.")
    }
    return low...high
  }

  /// The asked quantities, each once.
  func quantities() throws -> [Quantity] {
    var quantities: [Quantity] = []
    for part in show.split(separator: ",", omittingEmptySubsequences: false) {
      guard let quantity = Quantity(rawValue: part.lowercased()) else {
        let names = Quantity.allCases.map(\.rawValue)
        throw Failure(
          .usage,
          "--show knows \(names.joined(separator: ", ")), not '\(part)'"
            + (nearest(to: part.lowercased(), among: names).map { "; did you mean '\($0)'?" }
              ?? "."))
      }
      if !quantities.contains(quantity) { quantities.append(quantity) }
    }
    return quantities
  }

  /// The number of points, from 2 up to a limit; nil where none is given.
  func count(upTo limit: Int) throws -> Int? {
    guard let samples else { return nil }
    guard let count = Int(samples), (2...limit).contains(count) else {
      throw Failure(
        .usage, "--samples must be a whole number from 2 to \(limit), not '\(samples)'.")
    }
    return count
  }
}

extension Quantity {
  /// Refuses a quantity that one of the functions lacks.
  static func check(_ quantities: [Quantity], of functions: [Function]) throws {
    for quantity in quantities {
      if let function = functions.first(where: { !$0.has(quantity) }) {
        throw Failure(
          .usage,
          "\(function.name) has no \(quantity.rawValue): it is not of the form x·H(x).")
      }
    }
  }
}
