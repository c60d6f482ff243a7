// Gates of two inputs, act(x)·y: x goes into the gate and y is the value that passes; and smooth maxima of two numbers.
//
// They have no kernels: their definitions keep all digits. Limits are those of their factors.

extension FunctionFamily {
  static let glu = twoVariables("glu", "sigmoid(x)*y", source: "arXiv 1612.08083")

  static let bilinear = twoVariables("bilinear", "x*y", source: "arXiv 2002.05202")

  static let reglu = twoVariables("reglu", "relu(x)*y", source: "arXiv 2002.05202")

  static let geglu = twoVariables("geglu", "gelu(x)*y", source: "arXiv 2002.05202")

  static let swiglu = twoVariables(
    "swiglu", "x*sigmoid(beta*x)*y", [Parameter("beta", "β", default: 1, .finite)],
    source: "arXiv 2002.05202")

  /// x is clamped from above alone, y on both sides.
  static let clampedSwiglu = twoVariables(
    "clamped_swiglu",
    "min(x, limit)*sigmoid(alpha*min(x, limit))*(clip(y, -limit, limit) + offset)",
    [
      Parameter("alpha", "α", default: 1.702, .finite),
      Parameter("limit", "limit", default: 7, .positive),
      Parameter("offset", "offset", default: 1, .finite),
    ], note: "as gpt-oss has it", source: "openai/gpt-oss")

  static let maxout = twoVariables("maxout", "max(x, y)", source: "arXiv 1302.4389")

  static let logsumexp = twoVariables("logsumexp", "log(exp(x) + exp(y))")

  static let smuMax = twoVariables(
    "smu_max", "((x + y) + (x - y)*erf(mu*(x - y)))/2",
    [Parameter("mu", "μ", default: 1, .finite)],
    note: "the maximum that smu is made of", source: "arXiv 2111.04682")

  private static func twoVariables(
    _ name: String, _ definition: FunctionDefinition, _ parameters: [Parameter] = [],
    note: String = "", source: String = ""
  ) -> FunctionFamily {
    FunctionFamily(
      name, definition: definition, parameters: parameters, hasTwoVariables: true, note: note,
      source: source)
  }
}
