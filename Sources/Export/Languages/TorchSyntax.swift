import Activations

/// Python with PyTorch: functions of tensors with backward passes of their own, and a module.
///
/// Each function is run in the code's type and rounded once to its input's. Its backward pass is the next function, if that is written,
/// which may have its own: with f″ the second derivatives are exact too. What has none is differentiated operation by operation.
struct TorchSyntax: Syntax {
  let types: [FloatType] = [.f32, .f64]
  let comment = "#"
  let isVectorised = true
  let branchEnd: String? = nil
  private let python = NumPySyntax()
  var reserved: Set<String> { python.reserved.union(["torch", "dtype", "self", "ctx"]) }

  func preamble(_ type: FloatType) -> [String] { ["import torch"] }

  private func torch(_ text: String) -> String { text.replacing("np.", with: "torch.") }

  private func name(_ type: FloatType) -> String { "torch.float\(type.bitWidth)" }

  func number(_ value: Double, _ type: FloatType) -> String {
    torch(python.number(value, type))
  }

  func call(_ function: Primitive, _ argument: String, _ type: FloatType) -> String? {
    switch function {
    case .normalTail, .normalLoss, .round: nil
    case .cbrt: "(torch.sign(\(argument)) * torch.abs(\(argument)) ** (1.0 / 3.0))"
    case .exp, .expm1, .log, .log1p, .log2, .log10, .sin, .cos, .tan, .asin, .acos, .atan, .sinh,
      .cosh, .tanh, .asinh, .acosh, .atanh, .erf, .floor, .ceil:
      "torch.\(function.rawValue)(\(argument))"
    }
  }

  func power(_ u: String, _ v: String, _ type: FloatType) -> String { "torch.pow(\(u), \(v))" }
  func root(_ u: String, _ type: FloatType) -> String { torch(python.root(u, type)) }
  func magnitude(_ u: String, _ type: FloatType) -> String { torch(python.magnitude(u, type)) }

  /// Two numbers alone would be of the default type.
  func choice(_ condition: String, _ yes: String, _ no: String) -> Fragment {
    let isOfNumbers = [yes, no].allSatisfy { Double($0.replacing("torch.", with: "")) != nil }
    let first = isOfNumbers ? "torch.scalar_tensor(\(yes), dtype=x.dtype)" : yes
    return Fragment("torch.where(\(condition), \(first), \(no))", .atom)
  }

  func assignment(_ name: String, _ value: String, _ type: FloatType) -> String {
    python.assignment(name, value, type)
  }

  func giving(_ value: String) -> String { python.giving(value) }
  func branch(_ condition: String) -> String { python.branch(condition) }

  func function(_ signature: Signature, _ lines: [String], _ type: FloatType) -> [String] {
    guard !signature.isHelper else {
      return ["def \(signature.name)(\(signature.call)):"] + lines.map { "    " + $0 }
    }
    let numbers = signature.arguments.dropFirst().map {
      "\($0.name) = torch.as_tensor(\($0.name), dtype=x.dtype, device=x.device)"
    }
    let body = ["x = x.to(\(name(type)))"] + numbers + lines
    return ["def _\(signature.name)_values(\(signature.call)):"] + body.map { "    " + $0 }
  }

  func excess(_ name: String, _ type: FloatType, still: String) -> [String] {
    python.excess(name, type, still: still).filter { !$0.contains("np.") }
  }

  func ruled(_ lines: [String], _ signature: Signature, slopes: [String], _ type: FloatType)
    -> [String]
  {
    let (name, call) = (signature.name, signature.call)
    let arguments = signature.list("=", { number($0, type) }, as: \.name)
    guard !slopes.isEmpty else {
      return lines + [
        "", "", "def \(name)(\(arguments)):", "    return _\(name)_values(\(call)).to(x.dtype)",
      ]
    }
    return lines
      + autograd(
        signature, slopes: slopes, type, forward: "_\(name)_values(\(call)).to(x.dtype)",
        rules: ["    generate_vmap_rule = True", ""])
  }

  /// A class with the function and the way back, and the function that applies it.
  ///
  /// - Parameters:
  ///   - forward: What gives the values.
  ///   - rules: What the class says before them.
  ///   - backward: What the way back tries before it is composed of the slopes.
  func autograd(
    _ signature: Signature, slopes: [String], _ type: FloatType, forward: String,
    rules: [String] = [], backward: [String] = []
  ) -> [String] {
    let (name, call, variables) = (signature.name, signature.call, signature.variables)
    let arguments = signature.list("=", { number($0, type) }, as: \.name)
    let settings = signature.parameters.map { "ctx.\($0)" }
    let inputs = (variables + settings).joined(separator: ", ")
    let saved = variables.joined(separator: ", ")
    let values = (variables.map { "\($0).to(\(self.name(type)))" } + settings)
      .joined(separator: ", ")
    let gradients =
      zip(variables, slopes).map { "(grad * \($1)(\(values))).to(\($0).dtype)" }
      + settings.map { _ in "None" }
    let joined = variables.count == 1 ? [] : ["    \(joining(variables))"]
    return [
      "", "", "class _\(Self.camelCase(name))(torch.autograd.Function):",
    ] + rules + [
      "    @staticmethod", "    def forward(\(call)):", "        return \(forward)", "",
      "    @staticmethod", "    def setup_context(ctx, inputs, output):",
      "        (\(inputs)\(inputs == saved && variables.count == 1 ? "," : "")) = inputs",
      "        ctx.save_for_backward(\(saved))", "",
      "    @staticmethod", "    def backward(ctx, grad):",
      "        (\(saved)\(variables.count == 1 ? "," : "")) = ctx.saved_tensors",
    ] + backward.map { "        " + $0 } + [
      "        return \(gradients.joined(separator: ", "))",
      "", "", "def \(name)(\(arguments)):",
    ] + joined + ["    return _\(Self.camelCase(name)).apply(\(call))"]
  }

  /// Makes shapes that differ one, outside the class, so that PyTorch itself sums gradients over what was repeated.
  func joining(_ variables: [String]) -> String {
    let list = variables.joined(separator: ", ")
    return "\(list) = torch.broadcast_tensors(\(list))"
  }

  func closing(_ signature: Signature, _ type: FloatType) -> [String] {
    let (variables, parameters) = (
      signature.variables.joined(separator: ", "), signature.parameters
    )
    let list = signature.list("=", { number($0, type) }, as: \.name)
    let call = (signature.variables + parameters.map { "self.\($0)" }).joined(separator: ", ")
    var lines = ["class \(Self.camelCase(signature.name))(torch.nn.Module):"]
    if !parameters.isEmpty {
      let arguments = "self" + list.dropFirst(variables.count)
      let shown = parameters.map { "\($0)={self.\($0)}" }.joined(separator: ", ")
      lines += ["    def __init__(\(arguments)):", "        super().__init__()"]
      lines += parameters.map { "        self.\($0) = \($0)" }
      lines += ["", "    def extra_repr(self):", "        return f\"\(shown)\"", ""]
    }
    return lines + [
      "    def forward(self, \(variables)):", "        return \(signature.name)(\(call))",
    ]
  }

  /// `gelu_tanh` as classes are called: `GeluTanh`.
  private static func camelCase(_ name: String) -> String {
    name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
