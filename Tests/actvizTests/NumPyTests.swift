import Activations
import Foundation
import Testing

/// NumPy itself opens the arrays and finds the numbers that the CSV holds.
@Suite struct NumPyTests {
  private static let isInstalled =
    (try? Binary.shell("python3 -c 'import numpy'", in: "/").status) == 0

  private static let script = """
    import csv, sys
    import numpy
    kind = sys.argv[1]
    array = numpy.load("a.npy")
    header, *rows = csv.reader(open("a.csv"))
    assert list(array.dtype.names) == header, array.dtype
    assert len(array) == len(rows)
    for index, name in enumerate(header):
        texts = [row[index] for row in rows]
        column = numpy.ascontiguousarray(array[name])
        if name.endswith(".bits"):
            digits = 2 * column.dtype.itemsize
            assert column.dtype.kind == "u"
            assert [f"0x{bits:0{digits}x}" for bits in column] == texts, name
            values = numpy.ascontiguousarray(array[header[index - 1]])
            bits = values.view(f"u{values.dtype.itemsize}")
            assert ((bits >> 16 if kind == "bf16" else bits) == column).all(), name
        else:
            assert column.dtype == {"f64": "f8", "f32": "f4", "f16": "f2", "bf16": "f4"}[kind]
            assert (column.astype("f8") == numpy.array(texts, dtype="f8")).all(), name
    print("same")
    """

  @Test(
    .enabled(if: isInstalled || Binary.isCI, "NumPy is not installed"),
    arguments: FloatType.allCases, ["", "--bits"])
  func opensEveryType(type: FloatType, bits: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.script, to: "compare.py")
    let run = try Binary.shell(
      """
      for format in csv npy; do
        "$actviz" table gennorm:alpha=1,beta=2 gelu --dtype \(type) \(bits) -o a.$format
      done && python3 compare.py \(type)
      """, in: folder.path)
    #expect(run.text == "same\n", "\(run.error)")
  }
}
