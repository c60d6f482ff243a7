import Activations
import Tables

extension Framework {
  /// A framework's functions as text: what they are called there and what they are here.
  ///
  /// Throws a `Failure` (64) for a framework that is not known.
  static func map(of name: String, as format: List.Format) throws -> String {
    guard let framework = named(name) else {
      let names = all.map(\.name)
      throw Failure(
        .usage,
        "--framework knows \(names.joined(separator: ", ")), not '\(name)'"
          + (nearest(to: name).map { "; did you mean '\($0.name)'?" } ?? "."))
    }
    switch format {
    case .text: return framework.report.encoded(as: .text)
    case .markdown: return framework.report.encoded(as: .markdown)
    case .json: return JSON.array(framework.variants.map { $0.json(of: framework) }).text + "\n"
    }
  }

  private var report: Report {
    Report(
      columns: ["name", "function", "f(x)"],
      rows: variants.map { variant in
        [
          .text(variant.names.map { "\(name):\($0)" }.joined(separator: ", ")),
          .text(variant.reference),
          .text(variant.family?.formula ?? ""),
        ]
      })
  }
}

extension Framework.Variant {
  /// The function as the catalogue has it: `leaky_relu:negative_slope=0.2`.
  fileprivate var reference: String {
    guard !parameters.isEmpty else { return function }
    let settings = parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\(text($0.value))" }
    return function + ":" + settings.joined(separator: ",")
  }

  fileprivate func json(of framework: Framework) -> JSON {
    .object([
      ("framework", .string(framework.name)),
      ("names", .array(names.map(JSON.string))),
      ("function", .string(function)),
      (
        "parameters",
        .object(parameters.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) })
      ),
      ("formula", .string(family?.formula ?? "")),
    ])
  }
}
