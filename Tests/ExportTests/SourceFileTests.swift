import Activations
import Formulas
import Testing

@testable import Export

/// Files of code.
@Suite struct SourceFileTests {
  private func text(_ function: String, _ language: Language, _ type: FloatType) throws -> String {
    let written = try WrittenFunction(
      FunctionReference(parsing: function).functions()[0], type, quantities: [.f, .df])
    return SourceFile(written, in: language, named: "act", command: "test", version: "1").text
  }

  @Test func namesAreThoseOfTheLanguage() {
    #expect(SourceFile.name("gelu", in: .c) == "gelu")
    #expect(SourceFile.name("tanh", in: .c) == "tanh_")
    #expect(SourceFile.name("class", in: .javascript) == "class_")
    #expect(SourceFile.name("lambda", in: .numpy) == "lambda_")
    #expect(SourceFile.name("2 ways-é", in: .c) == "f_2_ways")
  }

  @Test func singlePrecisionHasNoDoubleInIt() throws {
    let text = try text("gelu", .c, .f32)
    let code = text.split(separator: "\n").filter { !$0.hasPrefix("//") }
    #expect(!code.contains { $0.contains("double") })
    #expect(code.contains("float act(float x) {"))
    #expect(code.contains("float act_df(float x) {"))
  }

  @Test func numPyKeepsSinglePrecisionInChoicesOfTwoNumbers() throws {
    let mish = try text("mish", .numpy, .f32)
    #expect(mish.contains("np.float32(61.0), 0.0)"))
    #expect(try !text("mish", .numpy, .f64).contains("np.float32"))
  }

  @Test func numbersAreFolded() {
    var code = Code(.f32)
    let sum = code.emit(.add(code.number(1), code.number(0x1p-30)))
    #expect(code.constant(sum) == 1)
    let share = code.emit(.divide(code.number(1), code.number(3)))
    #expect(code.constant(share) == Double(Float(1) / 3))
  }

  @Test func cIsNotContracted() throws {
    let relu = try text("relu", .c, .f32)
    #expect(relu.contains("#pragma STDC FP_CONTRACT OFF"))
    #expect(
      relu.contains("#elif defined(__FP_FAST_FMAF)\n#pragma GCC optimize(\"fp-contract=off\")"))
    #expect(try text("relu", .c, .f64).contains("#elif defined(__FP_FAST_FMA)\n"))
  }

  @Test func swiftWritesSubnormalNumbersByTheirBits() {
    #expect(SwiftSyntax().number(0x1p-149, .f32) == "Float(bitPattern: 0x1)")
    #expect(SwiftSyntax().number(0x1p-126, .f32) == "0x1p-126")
    #expect(SwiftSyntax().number(0x1p-1074, .f64) == "Double(bitPattern: 0x1)")
  }

  @Test func hexadecimalFloatsAreThoseOfC() {
    #expect(NumberText.hexadecimal(0.75) == "0x1.8p-1")
    #expect(NumberText.hexadecimal(-1) == "-0x1p+0")
    #expect(NumberText.hexadecimal(.leastNonzeroMagnitude) == "0x1p-1074")
    #expect(NumberText.hexadecimal(3 * .leastNonzeroMagnitude) == "0x1.8p-1073")
  }

  @Test func jaxKeepsTheStepsWhoseRoundingIsTakenUpAgain() throws {
    let golu = try text("golu", .jax, .f32)
    #expect(golu.contains("def act_still(a):"))
    #expect(golu.contains("ah = a_s - act_still(a_s - a)"))
    #expect(golu.contains("= act_still(1.0 + "))
    #expect(try !text("mish", .jax, .f32).contains("still"))
    #expect(try !text("golu", .c, .f32).contains("still"))
  }

  @Test func pairedStepsAreSumsTakenApartAndTheProductsInThem() {
    var code = Code(.f32)
    let x = code.emit(.x)
    let product = code.emit(.multiply(x, x))
    let sum = code.emit(.add(product, code.number(3)))
    let part = code.emit(.subtract(sum, code.number(3)))
    let rest = code.emit(.subtract(product, part))
    _ = code.emit(.add(rest, code.emit(.multiply(x, code.number(7)))))
    #expect(code.pairedSteps == [product, sum])
  }

  @Test func jaxKeepsApartWhatXLAWouldPutTogether() throws {
    var code = Code(.f32)
    let x = code.emit(.x)
    let inner = code.emit(.add(x, code.number(3)))
    let sum = code.emit(.subtract(inner, code.number(0x1p-30)))
    let ratio = code.emit(.divide(x, sum))
    _ = code.emit(.divide(code.number(2), ratio))
    let product = code.emit(.multiply(x, code.number(7)))
    _ = code.emit(.multiply(code.emit(.negate(product)), code.number(9)))
    #expect(code.keptSteps == [inner, ratio, product])
    let smelu = try text("smelu:beta=0.7", .jax, .f32)
    #expect(smelu.contains("act_still(x + 0.699999988079071)"))
  }

  @Test func torchHasABackwardPassAndAModule() throws {
    let text = try text("elu", .torch, .f32)
    #expect(text.contains("class _Act(torch.autograd.Function):\n    generate_vmap_rule = True\n"))
    #expect(text.contains("        return (grad * act_df(x.to(torch.float32))).to(x.dtype)\n"))
    #expect(text.contains("\nclass Act(torch.nn.Module):\n    def forward(self, x):\n"))
    // Two numbers alone would have the default type.
    #expect(!text.contains(try Regex("where\\([^(),]*, [-0-9.e+]+, [-0-9.e+]+\\)")))
  }

  @Test func cudaHasAKernelForEachFunction() throws {
    let text = try text("leaky_relu", .cuda, .f32)
    #expect(text.contains("\n__device__ float act_df(float x) {\n"))
    #expect(text.contains("\nextern \"C\" __global__ void act_df_kernel(\n"))
    #expect(!text.contains("double") && !text.contains("#include"))
  }
}
