import Activations
import Formulas

/// Proposes how the name of a function may go on: `NAME`, `NAME:param=value,…`, `FRAMEWORK:NAME`.
struct FunctionCompletion {
  /// The name as far as it is typed.
  let typed: String

  var words: [Proposals.Word] {
    let parts = typed.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count > 1 else { return names }
    let (name, rest) = (String(parts[0]), String(parts[1]))
    let words =
      Framework.named(name).map { Self.variants(of: $0, rest) }
      ?? Catalogue.family(named: name).map { Self.settings(of: $0, rest) } ?? []
    return words.map { .init(text: name + ":" + $0.text, help: $0.help) }
  }

  private var names: [Proposals.Word] {
    // Writing a formula takes time: only those that are shown are written.
    FunctionFamily.listed.flatMap { family in
      ([family.name] + family.aliases).filter { $0.hasPrefix(typed) }
        .map { .init(text: $0, help: family.plainText) }
    } + Framework.all.map { .init(text: $0.name + ":", help: $0.title) }
  }

  /// What may stand behind `torch:`.
  private static func variants(of framework: Framework, _ typed: String) -> [Proposals.Word] {
    let parts = typed.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count > 1 {
      let family = framework.variant(named: String(parts[0]))?.family
      let words = family.map { settings(of: $0, String(parts[1])) } ?? []
      return words.map { .init(text: "\(parts[0]):\($0.text)", help: $0.help) }
    }
    return framework.variants.flatMap { variant in
      variant.names.map { .init(text: $0, help: variant.function) }
    }
  }

  /// What may stand behind `gennorm:`: parameters that are not set yet, and behind `alpha=` its default.
  private static func settings(of family: FunctionFamily, _ typed: String) -> [Proposals.Word] {
    let items = typed.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let head = items.dropLast().map { $0 + "," }.joined()
    let given = items.dropLast().map { String($0.prefix { $0 != "=" }) }
    let open = family.parameters.filter { !given.contains($0.name) }
    if let item = items.last, let equals = item.firstIndex(of: "=") {
      guard let parameter = open.first(where: { $0.name == item[..<equals] }) else { return [] }
      let value = Decimal.text(parameter.defaultValue)
      return [.init(text: head + item[...equals] + value, help: "the default")]
    }
    return open.map { .init(text: "\(head)\($0.name)=", help: $0.summary) }
  }
}
