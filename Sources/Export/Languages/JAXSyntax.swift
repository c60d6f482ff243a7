import Activations

/// Python with JAX: functions of arrays, each with its own rule of differentiation, so that gradients are the functions written here.
struct JAXSyntax: Syntax {
  let types: [FloatType] = [.f32, .f64]
  let comment = "#"
  let isVectorised = true
  let branchEnd: String? = nil
  /// XLA does so on processors and GPUs alike.
  let flushes = true
  private let python = NumPySyntax()
  var reserved: Set<String> { python.reserved.union(["jax", "jnp"]) }

  func preamble(_ type: FloatType) -> [String] {
    let imports = ["import jax", "import jax.numpy as jnp"]
    guard type == .f64 else { return imports }
    return [
      "# In double precision where JAX is told so before: jax.config.update(\"jax_enable_x64\", True)."
    ] + imports
  }

  /// What NumPy calls `np.`.
  private func jax(_ text: String) -> String { "j" + text }

  func number(_ value: Double, _ type: FloatType) -> String {
    value.isFinite
      ? python.number(value, type) : value < 0 ? "-jnp.inf" : value.isNaN ? "jnp.nan" : "jnp.inf"
  }

  func call(_ function: Primitive, _ argument: String, _ type: FloatType) -> String? {
    python.call(function, argument, type).map(jax)
  }

  func power(_ u: String, _ v: String, _ type: FloatType) -> String {
    jax(python.power(u, v, type))
  }
  func root(_ u: String, _ type: FloatType) -> String { jax(python.root(u, type)) }
  func magnitude(_ u: String, _ type: FloatType) -> String { jax(python.magnitude(u, type)) }

  func choice(_ condition: String, _ yes: String, _ no: String) -> Fragment {
    Fragment(jax(python.choice(condition, yes, no).text), .atom)
  }

  func assignment(_ name: String, _ value: String, _ type: FloatType) -> String {
    python.assignment(name, value, type)
  }

  func giving(_ value: String) -> String { python.giving(value) }
  func branch(_ condition: String) -> String { python.branch(condition) }

  func function(_ signature: Signature, _ lines: [String], _ type: FloatType) -> [String] {
    python.python(
      signature, lines, type, converting: "jnp.asarray", to: "jnp.float\(type.bitWidth)")
  }

  func excess(_ name: String, _ type: FloatType, still: String) -> [String] {
    python.excess(name, type, still: still).map { line in
      line.replacing("np.", with: "jnp.").replacing(" - (a_s - a)", with: " - \(still)(a_s - a)")
        .replacing(" - (b_s - b)", with: " - \(still)(b_s - b)")
    }
  }

  func stillness(_ name: String) -> [String]? {
    [
      "# Inside jit XLA makes b of (a + b) - a, and one operation of a product and a sum; what is taken up again is kept",
      "# from both by a choice that changes no number.",
      "def \(name)(a):",
      "    return jnp.where(jnp.isnan(a), jnp.nan, a)",
    ]
  }

  func ruled(_ lines: [String], _ signature: Signature, slopes: [String], _ type: FloatType)
    -> [String]
  {
    guard !slopes.isEmpty else { return lines }
    let (name, call) = (signature.name, signature.call)
    let (variables, fixed) = (signature.variables, signature.parameters)
    let places = signature.arguments.indices.dropFirst(variables.count).map { "\($0)" }
    let tangents = variables.count == 1 ? ["t"] : variables.map { "t_\($0)" }
    let change = zip(slopes, tangents).map { "\($0)(\(call)) * \($1)" }.joined(separator: " + ")
    func tuple(_ names: [String]) -> String {
      "(" + names.joined(separator: ", ") + (names.count == 1 ? ",)" : ")")
    }
    let rule =
      fixed.isEmpty
      ? ["@jax.custom_jvp"] + lines
      : lines + [
        "", "", "# Parameters are numbers to it, and are not differentiated.",
        "\(name) = jax.custom_jvp(\(name), nondiff_argnums=(\(places.joined(separator: ", ")),))",
      ]
    return rule + [
      "", "", "@\(name).defjvp",
      "def _\(name)_jvp(\((fixed + ["primals", "tangents"]).joined(separator: ", "))):",
      "    \(tuple(variables)), \(tuple(tangents)) = primals, tangents",
      "    return \(name)(\(call)), \(change)",
    ]
  }
}
