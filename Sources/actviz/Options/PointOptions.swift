import Activations
import ArgumentParser

/// Where a table is evaluated: on a grid unless something else is asked for.
struct PointOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Evaluate at the numbers in a file, one a line; - is standard input.", valueName: "file"))
  var at: String?

  @Flag(
    help: ArgumentHelp(
      "Evaluate at every finite value of a 16-bit --dtype, of those in --x-range where it is given."
    ))
  var all = false

  /// The points that are asked for, not yet rounded to the type.
  func source(_ domain: DomainOptions, type: FloatType) throws -> PointSource {
    if all { return .values(try values(domain, type: type)) }
    let interval = try domain.domain()
    // Beyond 2⁵³ points neighbours have the same index as a double.
    let count = try domain.count(upTo: 1 << 53) ?? 1001
    guard let at else { return .grid(Grid(interval, count: count)) }
    guard domain.xRange == nil, domain.samples == nil else {
      throw Failure(
        .usage, "--at gives the points, so that --x-range and --samples have no meaning with it.")
    }
    return .file(at)
  }

  private func values(_ domain: DomainOptions, type: FloatType) throws -> [Double] {
    guard let values = type.allFiniteValues else {
      throw Failure(
        .usage, "--all takes every value of a 16-bit type: --dtype f16 or bf16, not \(type).")
    }
    guard at == nil, domain.samples == nil else {
      throw Failure(
        .usage, "--all gives the points, so that --at and --samples have no meaning with it.")
    }
    guard domain.xRange != nil else { return values }
    let inside = values.filter(try domain.domain().contains)
    guard !inside.isEmpty else { throw Failure.noValue(of: type, in: domain.xRange) }
    return inside
  }
}
