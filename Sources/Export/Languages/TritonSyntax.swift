import Activations

/// Python with Triton: a kernel a function, in single precision, rounded once to the type of what it was given; and what PyTorch calls.
///
/// Divisions and roots are those that round correctly (`/` and `tl.sqrt` are approximations), and kernels are started without fusing sums
/// with products. On the way back one kernel multiplies by the gradient; where that is differentiated again, PyTorch composes it.
struct TritonSyntax: Syntax {
  let types: [FloatType] = [.f32]
  let comment = "#"
  let isVectorised = true
  let branchEnd: String? = nil
  private let python = NumPySyntax()
  private let torch = TorchSyntax()
  var reserved: Set<String> {
    torch.reserved.union([
      "tl", "triton", "n", "places", "inside", "value", "grad", "BLOCK", "HAS_GRAD", "kernel",
      "_exp", "_log", "_power", "_launch",
    ])
  }

  func preamble(_ type: FloatType) -> [String] {
    """
    import torch
    import triton
    import triton.language as tl


    # A kernel over tensors of one shape; with a gradient, its results times that. Numbers are passed as floats, since of whole ones
    # Triton makes integers, and no sum is fused with a product: where rounding is taken up again, that would lose it.
    def _launch(kernel, variables, settings, grad=None):
        variables = [variable.contiguous() for variable in variables]
        result = torch.empty_like(variables[0])
        factor = result if grad is None else grad.contiguous()
        n = result.numel()
        if n:
            with torch.cuda.device_of(result):
                kernel[(triton.cdiv(n, 1024),)](
                    *variables, factor, result, n, *map(float, settings),
                    HAS_GRAD=grad is not None, BLOCK=1024, enable_fp_fusion=False,
                )
        return result
    """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// A subnormal number is said to be single: Triton takes it for a double.
  func number(_ value: Double, _ type: FloatType) -> String {
    if value.isInfinite { return value < 0 ? "-float(\"inf\")" : "float(\"inf\")" }
    if value.isNaN { return "float(\"nan\")" }
    let text = NumberText.decimal(value)
    return value != 0 && value.magnitude < type.leastNormalMagnitude
      ? "tl.full((), \(text), tl.float32)" : text
  }

  func call(_ function: Primitive, _ argument: String, _ type: FloatType) -> String? {
    switch function {
    case .sin, .cos, .floor, .ceil: "tl.\(function.rawValue)(\(argument))"
    case .exp, .log: "_\(function.rawValue)(\(argument))"
    default: nil
    }
  }

  func power(_ u: String, _ v: String, _ type: FloatType) -> String { "_power(\(u), \(v))" }
  func root(_ u: String, _ type: FloatType) -> String { "tl.sqrt_rn(\(u))" }
  func magnitude(_ u: String, _ type: FloatType) -> String { "tl.abs(\(u))" }
  func quotient(_ u: String, _ v: String) -> String? { "tl.div_rn(\(u), \(v))" }

  func choice(_ condition: String, _ yes: String, _ no: String) -> Fragment {
    Fragment("tl.where(\(condition), \(yes), \(no))", .atom)
  }

  func assignment(_ name: String, _ value: String, _ type: FloatType) -> String {
    python.assignment(name, value, type)
  }

  func giving(_ value: String) -> String { python.giving(value) }
  func branch(_ condition: String) -> String { python.branch(condition) }

  func function(_ signature: Signature, _ lines: [String], _ type: FloatType) -> [String] {
    let name = signature.isHelper ? signature.name : "_\(signature.name)_values"
    return ["@triton.jit", "def \(name)(\(signature.call)):"] + lines.map { "    " + $0 }
  }

  func brought(_ calls: Set<Primitive>, powers: Bool, _ type: FloatType) -> [[String]] {
    [
      calls.contains(.exp) || powers ? TritonHelpers.exp : [],
      calls.contains(.log) ? TritonHelpers.log : [],
      powers ? TritonHelpers.power : [],
    ]
  }

  func excess(_ name: String, _ type: FloatType, still: String) -> [String] {
    [
      "# a * b - p without rounding, where p is a * b rounded.",
      "@triton.jit", "def \(name)(a, b, p):", "    return tl.fma(a, b, -p)",
    ]
  }

  /// The kernel, and the function of tensors.
  func ruled(_ lines: [String], _ signature: Signature, slopes: [String], _ type: FloatType)
    -> [String]
  {
    let (name, variables) = (signature.name, signature.variables)
    let tensors = "[\(variables.joined(separator: ", "))]"
    let kernel = lines + ["", ""] + kernel(signature)
    guard !slopes.isEmpty else {
      let arguments = signature.list("=", { number($0, type) }, as: \.name)
      let joined =
        variables.count == 1
        ? [] : ["    \(torch.joining(variables))"]
      return kernel + [
        "", "", "def \(name)(\(arguments)):",
        "    if torch.is_grad_enabled() and any(variable.requires_grad for variable in \(tensors)):",
        "        raise NotImplementedError(\"\(name) has no derivative here: actviz export --show names what is written\")",
      ] + joined + [
        "    return _launch(_\(name)_kernel, \(tensors), [\(signature.parameters.joined(separator: ", "))])"
      ]
    }
    let settings = signature.parameters.map { "ctx.\($0)" }
    let gradients =
      slopes.map {
        "_launch(_\($0)_kernel, \(tensors), [\(settings.joined(separator: ", "))], grad)"
      } + settings.map { _ in "None" }
    return kernel
      + torch.autograd(
        signature, slopes: slopes, type,
        forward:
          "_launch(_\(name)_kernel, \(tensors), [\(signature.parameters.joined(separator: ", "))])",
        backward: [
          "if not torch.is_grad_enabled():", "    return \(gradients.joined(separator: ", "))",
        ])
  }

  /// Values of one block, times a gradient where there is one.
  private func kernel(_ signature: Signature) -> [String] {
    let arguments =
      signature.variables.map { $0 + "_ptr" } + ["grad_ptr", "result_ptr", "n"]
      + signature.parameters + ["HAS_GRAD: tl.constexpr", "BLOCK: tl.constexpr"]
    let loads = signature.variables.map {
      "    \($0) = tl.load(\($0)_ptr + places, mask=inside).to(tl.float32)"
    }
    return [
      "@triton.jit", "def _\(signature.name)_kernel(\(arguments.joined(separator: ", "))):",
      "    places = tl.program_id(0).to(tl.int64) * BLOCK + tl.arange(0, BLOCK)",
      "    inside = places < n",
    ] + loads + [
      "    value = _\(signature.name)_values(\(signature.call))",
      "    if HAS_GRAD:",
      "        value *= tl.load(grad_ptr + places, mask=inside).to(tl.float32)",
      "    tl.store(result_ptr + places, value.to(result_ptr.dtype.element_ty), mask=inside)",
    ]
  }

  func closing(_ signature: Signature, _ type: FloatType) -> [String] {
    torch.closing(signature, type)
  }
}
