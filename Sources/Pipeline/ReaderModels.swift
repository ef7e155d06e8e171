public import Encoder
public import Platform
import Texts

/// Which reader reads reports, and with what.
public enum ReaderModels {
  /// Loads a model from its file.
  ///
  /// - Throws: `FileError` that names the file: it is not there, or is no model that this build
  ///   reads.
  public static func loaded(from path: String) throws(FileError) -> EncoderModel {
    let file = try FileBytes.mapping(path: path)
    do {
      return try EncoderModel(file, path: path)
    } catch {
      throw FileError(code: .unfitModel, path: path, message: "\(error)")
    }
  }

  /// The name that a model's maker gives it, the line `name: …` of what it says of itself.
  public static func name(of model: EncoderModel) -> String {
    let label = "name:"
    for line in model.about.utf8.split(separator: UInt8(ascii: "\n")) {
      guard line.starts(with: label.utf8) else { continue }
      let words = line.dropFirst(label.utf8.count).split(separator: UInt8(ascii: " "))
      let name = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      if !name.isEmpty { return name }
    }
    return "unnamed model"
  }
}
