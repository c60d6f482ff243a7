import ArgumentParser
import Figures

/// How the axes are divided.
struct ScaleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "linear, log, or symlog: linear near 0 and logarithmic beyond ±1, or beyond ±C in symlog:C.",
      valueName: "name"))
  var xScale = "linear"

  @Option(help: ArgumentHelp("The same for the values.", valueName: "name"))
  var yScale = "linear"

  /// The scale of the x-axis, which can show the domain.
  func x(over domain: ClosedRange<Double>) throws -> ScaleKind {
    let kind = try Self.kind(xScale, option: "x-scale")
    guard kind != .log || domain.lowerBound > 0 else {
      throw Failure(
        .usage,
        "--x-scale log shows numbers above 0 only: give an --x-range such as 0.001:1000, or "
          + "--x-scale symlog, which shows both signs.")
    }
    return kind
  }

  /// The scale of the y-axes.
  func y() throws -> ScaleKind { try Self.kind(yScale, option: "y-scale") }

  private static func kind(_ text: String, option: String) throws -> ScaleKind {
    switch text.lowercased() {
    case "linear": return .linear
    case "log": return .log
    case "symlog": return .symlog(constant: 1)
    case let text where text.hasPrefix("symlog:"):
      guard let constant = NumberText.number(text.dropFirst("symlog:".count)),
        (1e-300...1e300).contains(constant)
      else { break }
      return .symlog(constant: constant)
    default: break
    }
    throw Failure(
      .usage,
      "--\(option) is linear, log, symlog or symlog:C with C above 0, such as symlog:0.01, "
        + "not '\(text)'.")
  }
}
