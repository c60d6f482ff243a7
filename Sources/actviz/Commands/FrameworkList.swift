import Activations
import FigureSpecification
import Tables

extension Framework {
  /// The framework's functions as text: what they are called there and what they are here.
  func map(as format: ReportFormat, _ chosen: [Variant]? = nil, width: Int? = nil) -> String {
    let variants = chosen ?? variants
    return switch format {
    case .text, .csv, .markdown: report(variants).encoded(as: format, width: width)
    case .json: JSON.array(variants.map { $0.json(of: self) }).text + "\n"
    }
  }

  private func report(_ variants: [Variant]) -> Report {
    Report(
      columns: ["name", "function", "f(x)"],
      rows: variants.map { variant in
        [
          .text(variant.names.map { "\(name):\($0)" }.joined(separator: ", ")),
          .text(variant.reference),
          .text(variant.family?.plainText ?? ""),
        ]
      })
  }
}

extension Framework.Variant {
  /// Whether some of its names, or the function that it is, holds each of some words.
  func holds(_ words: [String]) -> Bool {
    words.allSatisfy { word in
      names.contains { $0.contains(Catalogue.canonical(word)) } || family?.holds([word]) == true
    }
  }

  /// The function as the catalogue has it: `leaky_relu:negative_slope=0.2`.
  fileprivate var reference: String {
    guard !parameters.isEmpty else { return function }
    let settings = parameters.sorted { $0.key < $1.key }.map {
      "\($0.key)=\(Decimal.text($0.value))"
    }
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
      ("formula", .string(family?.plainText ?? "")),
    ])
  }
}
