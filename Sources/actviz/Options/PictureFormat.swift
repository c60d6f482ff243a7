import CairoBackend

/// The formats of pictures: images, a page that holds one, and characters.
enum PictureFormat: String, OutputFormat {
  case png, svg, pdf, html, text

  static var kind: String { "picture" }
  var isText: Bool { self == .svg || self == .html || self == .text }
  var isPrinted: Bool { self == .text }

  init?(fileExtension: String) {
    let wanted = fileExtension.lowercased()
    switch wanted {
    case "htm": self = .html
    case "txt": self = .text
    default: self.init(rawValue: wanted)
    }
  }

  /// The image that it is or holds; nil for characters.
  var image: ImageFormat? {
    switch self {
    case .png: .png
    case .svg, .html: .svg
    case .pdf: .pdf
    case .text: nil
    }
  }

  /// The format of a picture beside a result; nil where its extension is another.
  init?(ofSidePicture output: Output) {
    switch Self.extent(of: output) {
    case .known(let format): self = format
    case .none: self = .png
    case .unknown, .standardOutput: return nil
    }
  }
}
