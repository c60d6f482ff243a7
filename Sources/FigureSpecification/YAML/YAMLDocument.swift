import CYAML

/// A YAML document, read by libyaml; the only file that imports it.
///
/// Not through a library in Swift: that brings all of Foundation, which made the program twice as large and every
/// drawing a tenth slower, whether it reads a file or not.
final class YAMLDocument {
  /// What libyaml found, and in which line, from 1.
  enum Problem: Error, Equatable {
    /// Brackets or blocks stand in one another too deeply.
    case tooDeep(Int)
    /// Another document follows.
    case another(Int)
    /// Libyaml's words on what is no YAML, and where there is one, the line.
    case invalid(String, line: Int?)
  }

  fileprivate var document = yaml_document_t()

  /// Reads the one document of a text; nil where it holds none.
  init?(_ text: String) throws(Problem) {
    if let line = Self.tooDeep(text) {
      throw .tooDeep(line)
    }
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) != 0 else {
      throw .invalid("there is not enough memory", line: nil)
    }
    defer { yaml_parser_delete(&parser) }
    let bytes = Array(text.utf8)
    let problem: Problem? = bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      guard yaml_parser_load(&parser, &document) != 0 else { return Problem(parser) }
      guard yaml_document_get_root_node(&document) != nil else { return nil }
      // Another document may follow.
      var next = yaml_document_t()
      guard yaml_parser_load(&parser, &next) != 0 else { return Problem(parser) }
      defer { yaml_document_delete(&next) }
      guard yaml_document_get_root_node(&next) != nil else { return nil }
      return .another(Int(next.start_mark.line) + 1)
    }
    if let problem { throw problem }
    if yaml_document_get_root_node(&document) == nil { return nil }
  }

  /// The line where more than a thousand brackets are open, if there is one.
  ///
  /// Libyaml would find that too, but only after it went over all open brackets once for each.
  private static func tooDeep(_ text: String) -> Int? {
    var (line, depth) = (1, 0)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "\n"): line += 1
      default: break
      }
      if depth > 1000 { return line }
    }
    return nil
  }

  deinit { yaml_document_delete(&document) }

  /// The document's value.
  var root: YAMLNode { YAMLNode(document: self, index: 1) }
}

extension YAMLDocument.Problem {
  fileprivate init(_ parser: yaml_parser_t) {
    let words = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
    let line = Int(parser.problem_mark.line) + 1
    // Libyaml counts a thousand levels of blocks itself.
    if words == "Maximum nesting level reached, set with yaml_set_max_nest_level())" {
      self = .tooDeep(line)
      return
    }
    let hasNoLine = parser.error == YAML_READER_ERROR || parser.error == YAML_MEMORY_ERROR
    self = .invalid(words, line: hasNoLine ? nil : line)
  }
}

/// A value of a document.
///
/// An alias is the very value that it stands for, so that a document may hold itself: whoever walks through it
/// must know how deep.
struct YAMLNode {
  fileprivate let document: YAMLDocument
  fileprivate let index: Int32

  private var node: yaml_node_t? {
    yaml_document_get_node(&document.document, index)?.pointee
  }

  /// Where it begins, from 1.
  var line: Int { node.map { Int($0.start_mark.line) + 1 } ?? 1 }

  /// The text of a scalar.
  var text: String? {
    guard let node, node.type == YAML_SCALAR_NODE else { return nil }
    let scalar = node.data.scalar
    return String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
  }

  /// Whether it is a scalar that says nothing: empty without quotes, `~` or `null`.
  var isNull: Bool {
    guard let node, node.type == YAML_SCALAR_NODE,
      node.data.scalar.style == YAML_PLAIN_SCALAR_STYLE
    else { return false }
    return text.map(YAMLScalar.nulls.contains) ?? false
  }

  /// Whether it is a scalar whose lines stand below, as they are.
  var isBlock: Bool {
    guard let node, node.type == YAML_SCALAR_NODE else { return false }
    return node.data.scalar.style == YAML_LITERAL_SCALAR_STYLE
  }

  /// The values of a sequence.
  var sequence: [YAMLNode]? {
    guard let node, node.type == YAML_SEQUENCE_NODE else { return nil }
    let items = node.data.sequence.items
    return UnsafeBufferPointer(start: items.start, count: items.top - items.start).map {
      YAMLNode(document: document, index: $0)
    }
  }

  /// The keys and values of a mapping.
  var mapping: [(key: YAMLNode, value: YAMLNode)]? {
    guard let node, node.type == YAML_MAPPING_NODE else { return nil }
    let pairs = node.data.mapping.pairs
    return UnsafeBufferPointer(start: pairs.start, count: pairs.top - pairs.start).map {
      (
        YAMLNode(document: document, index: $0.key),
        YAMLNode(document: document, index: $0.value)
      )
    }
  }
}
