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
    case .normalTail, .round: nil
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

  func ruled(_ lines: [String], _ signature: Signature, slope: String?, _ type: FloatType)
    -> [String]
  {
    let (name, call) = (signature.name, signature.call)
    let arguments = signature.list("=", { number($0, type) }, as: \.name)
    guard let slope else {
      return lines + [
        "", "", "def \(name)(\(arguments)):", "    return _\(name)_values(\(call)).to(x.dtype)",
      ]
    }
    let settings = signature.arguments.dropFirst().map { "ctx.\($0.name)" }
    let inputs = settings.isEmpty ? "(x,)" : (["x"] + settings).joined(separator: ", ")
    let values = (["x.to(\(self.name(type)))"] + settings).joined(separator: ", ")
    let rest = settings.map { _ in "None" }
    let gradients = (["slope.to(x.dtype)"] + rest).joined(separator: ", ")
    return lines + [
      "", "", "class _\(Self.camelCase(name))(torch.autograd.Function):",
      "    generate_vmap_rule = True", "",
      "    @staticmethod", "    def forward(\(call)):",
      "        return _\(name)_values(\(call)).to(x.dtype)", "",
      "    @staticmethod", "    def setup_context(ctx, inputs, output):",
      "        \(inputs) = inputs", "        ctx.save_for_backward(x)", "",
      "    @staticmethod", "    def backward(ctx, grad):", "        (x,) = ctx.saved_tensors",
      "        slope = grad * \(slope)(\(values))", "        return \(gradients)",
      "", "", "def \(name)(\(arguments)):",
      "    return _\(Self.camelCase(name)).apply(\(call))",
    ]
  }

  func closing(_ signature: Signature, _ type: FloatType) -> [String] {
    let parameters = signature.arguments.dropFirst().map(\.name)
    let list = signature.list("=", { number($0, type) }, as: \.name)
    let call = (["x"] + parameters.map { "self.\($0)" }).joined(separator: ", ")
    var lines = ["class \(Self.camelCase(signature.name))(torch.nn.Module):"]
    if !parameters.isEmpty {
      let arguments = "self" + list.dropFirst(signature.variable.count)
      let shown = parameters.map { "\($0)={self.\($0)}" }.joined(separator: ", ")
      lines += ["    def __init__(\(arguments)):", "        super().__init__()"]
      lines += parameters.map { "        self.\($0) = \($0)" }
      lines += ["", "    def extra_repr(self):", "        return f\"\(shown)\"", ""]
    }
    return lines + ["    def forward(self, x):", "        return \(signature.name)(\(call))"]
  }

  /// `gelu_tanh` as classes are called: `GeluTanh`.
  private static func camelCase(_ name: String) -> String {
    name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
