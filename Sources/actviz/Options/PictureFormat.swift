import CairoBackend

/// The formats of pictures: images, and a page that holds one.
enum PictureFormat: String, OutputFormat {
  case png, svg, pdf, html

  static var kind: String { "picture" }
  var isText: Bool { self == .svg || self == .html }

  init?(fileExtension: String) {
    let wanted = fileExtension.lowercased()
    self.init(rawValue: wanted == "htm" ? "html" : wanted)
  }

  /// The image that it is or holds.
  var image: ImageFormat {
    switch self {
    case .png: .png
    case .svg, .html: .svg
    case .pdf: .pdf
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
