import Foundation
import Tables
import Testing

@testable import actviz

/// Folders of hard inputs with proved results, read back by those who would use them.
@Suite struct GoldenTests {
  /// Fills folder `g`, and lets a shell read it.
  private static func golden(_ arguments: String, then command: String = "true") throws
    -> Binary.Run
  {
    let folder = try TemporaryFolder()
    return try Binary.shell("$actviz golden \(arguments) -o g && { \(command)\n}", in: folder.path)
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func checksumsAreThoseOfTheStandard(text: String, sum: String) {
    #expect(Digest.hexadecimal(Array(text.utf8)) == sum)
  }

  @Test func checksumsHoldAroundTheEndsOfBlocks() throws {
    let folder = try TemporaryFolder()
    for count in [55, 56, 63, 64, 65, 119, 120, 1000] {
      let run = try Binary.shell(
        "head -c \(count) /dev/zero | tr '\\0' a | sha256sum", in: folder.path)
      let bytes = Array(repeating: UInt8(ascii: "a"), count: count)
      #expect(run.text.hasPrefix(Digest.hexadecimal(bytes)))
    }
  }

  @Test func everyFileHoldsTheSameNumbers() throws {
    for type in ["bf16", "f16", "f32", "f64"] {
      let run = try Self.golden(
        "gelu --dtype \(type) --show f,df,d2f --sample 200",
        then: """
          sha256sum -c --quiet SHA256SUMS 2>&1 || true
          cd g && sha256sum -c --quiet SHA256SUMS && cat > read.py <<'END'
          import json, re, numpy as np
          bits = {'bf16': 16, 'f16': 16, 'f32': 32, 'f64': 64}['\(type)']
          header = open('golden.h').read()
          facts = json.load(open('golden.json'))
          assert facts['columns'] == ['x', 'f', 'df', 'd2f']
          assert sum(g['rows'] for g in facts['groups']) == facts['rows'] > 200
          for name in facts['columns']:
              raw = np.fromfile(name + '.bin', '<u%d' % (bits // 8))
              array = np.load(name + '.npy')
              text = re.search('_%s\\\\[\\\\d+\\\\] = {(.*?)};' % name, header, re.S).group(1)
              text = re.sub('/\\\\*.*?\\\\*/', '', text, flags=re.S)
              assert [int(n, 16) for n in text.replace(',', ' ').split()] == raw.tolist()
              wide = raw.astype('<u4') << 16 if '\(type)' == 'bf16' else raw
              assert np.array_equal(wide, array.view('<u%d' % array.itemsize))
          assert len(set(np.fromfile('x.bin', '<u%d' % (bits // 8)).tolist())) == facts['rows']
          END
          python3 read.py
          """)
      #expect(run.status == 0, "\(type): \(run.error)\(run.text)")
    }
  }

  @Test(arguments: ["gelu", "relu", "'where(x > 1, 1/(x-2), sin(x))'"])
  func checkFindsNoError(function: String) throws {
    let run = try Self.golden(
      "\(function) --dtype f32 --sample 500",
      then: """
        $actviz check \(function) g/x.npy g/f.npy --dtype f32 --max-ulp 0 --quiet &&
        $actviz check \(function) g/x.bin g/df.bin --show df --input-format raw --dtype f32 --max-ulp 0 --quiet
        """)
    #expect(run.status == 0, "\(run.error)\(run.text)")
  }

  @Test func theHeaderCompiles() throws {
    let run = try Self.golden(
      "'x*tanh(x)' --name my_unit --dtype f32 --sample 50",
      then: """
        cat > main.c <<'END'
        #include "g/golden.h"
        #include "g/golden.h"
        int main(void) {
          return !(my_unit_f32_count > 50 && sizeof my_unit_f32_df == 4 * my_unit_f32_count
                   && my_unit_f32_x[0] == 0xff800000);
        }
        END
        cc -std=c99 -Wall -Werror -Wno-unused-variable main.c && ./a.out
        """)
    #expect(run.status == 0, "\(run.error)")
  }

  @Test func hardInputsAreThere() throws {
    let run = try Self.golden(
      "relu6 --dtype f16 --sample 1",
      then: """
        python3 - <<'END'
        import numpy as np
        x = np.load('g/x.npy').tolist()
        near = [np.nextafter(np.float16(6), np.float16(s)) for s in (0, 9)]
        for wanted in [0.0, 6.0, *map(float, near), 65504.0, 2.0 ** -24, -np.inf]:
            assert wanted in x, wanted
        END
        """)
    #expect(run.status == 0, "\(run.error)")
  }

  @Test func everyValueOfSixteenBits() throws {
    let run = try Self.golden(
      "silu --dtype f16 --show f --all --x-range -1:1",
      then: """
        python3 -c "
        import numpy as np
        x = np.load('g/x.npy')
        assert len(x) == 2 * (np.float16(1).view(np.uint16) + 1), len(x)"
        """)
    #expect(run.status == 0, "\(run.error)")
  }

  @Test(arguments: [
    ("gelu", 64, "--output is missing"), ("gelu -o -", 64, "a folder"),
    ("gelu --dtype f32 --all -o g", 64, "16-bit types"),
    ("gelu --dtype f16 --all --sample 5 -o g", 64, "two choices"),
    ("gelu -o none/g", 73, "cannot be made"), ("gelu -o /dev/null", 73, "is none"),
    ("swiglu -o g", 64, "swiglu"), ("gelu --dtype f8 -o g", 64, "f8"),
    ("gelu --dtype bf16 --x-range 1.0001:1.0002 -o g", 64, "No bf16 value"),
  ])
  func badInputIsToldInOneSentence(arguments: String, status: Int32, words: String) throws {
    let folder = try TemporaryFolder()
    let run = try Binary.shell("$actviz golden \(arguments)", in: folder.path)
    #expect(run.status == status, "\(run.error)")
    #expect(run.error.hasPrefix("Error: ") && run.error.contains(words), "\(run.error)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func theSameBytesEachTime() throws {
    let run = try Self.golden(
      "mish --dtype bf16 -q", then: "$actviz golden mish --dtype bf16 -o h -q && diff -r g h")
    #expect(run.status == 0 && run.text.isEmpty, "\(run.error)\(run.text)")
  }
}
