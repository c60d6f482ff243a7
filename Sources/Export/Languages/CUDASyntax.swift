import Activations

/// CUDA: the functions of C for a GPU's threads, and a kernel that runs each over an array.
struct CUDASyntax: Syntax {
  let types: [FloatType] = [.f32, .f64]
  let comment = "//"
  let isVectorised = false
  let branchEnd: String? = "}"
  private let c = CSyntax()
  var reserved: Set<String> {
    c.reserved.union([
      "i", "n", "y", "z", "blockDim", "blockIdx", "gridDim", "threadIdx", "warpSize", "rsqrt",
      "norm",
      "erfcx", "erfinv", "normcdf", "rcbrt", "sinpi", "cospi", "half", "export", "bool", "asm",
    ])
  }

  private func name(_ type: FloatType) -> String { type == .f32 ? "float" : "double" }

  func preamble(_ type: FloatType) -> [String] {
    [
      "// Compile with --fmad=false: where rounding is taken up again, one operation of a product and a sum would lose it.",
      "#ifndef INFINITY", "#define INFINITY __int_as_float(0x7f800000)", "#endif",
    ]
  }

  func number(_ value: Double, _ type: FloatType) -> String { c.number(value, type) }
  func call(_ function: Primitive, _ argument: String, _ type: FloatType) -> String? {
    c.call(function, argument, type)
  }
  func power(_ u: String, _ v: String, _ type: FloatType) -> String { c.power(u, v, type) }
  func root(_ u: String, _ type: FloatType) -> String { c.root(u, type) }
  func magnitude(_ u: String, _ type: FloatType) -> String { c.magnitude(u, type) }
  func assignment(_ name: String, _ value: String, _ type: FloatType) -> String {
    c.assignment(name, value, type)
  }
  func unused(_ name: String) -> String? { c.unused(name) }
  func giving(_ value: String) -> String { c.giving(value) }
  func branch(_ condition: String) -> String { c.branch(condition) }

  func function(_ signature: Signature, _ lines: [String], _ type: FloatType) -> [String] {
    var lines = c.function(signature, lines, type)
    lines[0] = "__device__ " + lines[0]
    return lines
  }

  /// The function, and the kernel y[i] = f(x[i]), of two variables z[i] = f(x[i], y[i]).
  func ruled(_ lines: [String], _ signature: Signature, slopes: [String], _ type: FloatType)
    -> [String]
  {
    let number = name(type)
    let settings = signature.parameters.map { ", \(number) \($0)" }.joined()
    let call = (signature.variables.map { "\($0)[i]" } + signature.parameters)
      .joined(separator: ", ")
    let arrays = signature.variables.map { "const \(number)* \($0)" }.joined(separator: ", ")
    let result = signature.variables.count == 1 ? "y" : "z"
    return lines + [
      "", "extern \"C\" __global__ void \(signature.name)_kernel(",
      "    \(arrays), \(number)* \(result), unsigned long long n\(settings)) {",
      "  const unsigned long long step = (unsigned long long)gridDim.x * blockDim.x;",
      "  for (unsigned long long i = (unsigned long long)blockIdx.x * blockDim.x + threadIdx.x; i < n; i += step) {",
      "    \(result)[i] = \(signature.name)(\(call));", "  }", "}",
    ]
  }

  func excess(_ name: String, _ type: FloatType, still: String) -> [String] {
    let (number, suffix) = (self.name(type), type == .f32 ? "f" : "")
    return [
      "// a * b - p without rounding, where p is a * b rounded.",
      "__device__ static inline \(number) \(name)(\(number) a, \(number) b, \(number) p) {",
      "  return fma\(suffix)(a, b, -p);", "}",
    ]
  }
}
