public import Encoder
public import Platform
import Texts

/// Which reader reads reports, and with what.
public enum ReaderModels {
  /// What a user may ask for.
  public enum Kind: String, CaseIterable, Sendable {
    /// By rules alone.
    case rules
    /// With a trained model.
    case model
  }

  /// The model to read with, nil for rules; and a line for the user when none was found.
  public struct Choice: Sendable {
    /// The model.
    public let model: EncoderModel?
    /// What a user who asked for nothing should know.
    public let message: String?
  }

  /// Chooses the model: the one that is named or lies where models lie, none when rules are asked
  /// for or when nothing is asked for and there is none.
  ///
  /// - Throws: `FileError` when a model is asked for and is not there, or cannot be read.
  public static func choice(_ kind: Kind?, named: String?) throws(FileError) -> Choice {
    switch kind {
    case .rules: return Choice(model: nil, message: nil)
    case .model:
      let path = try ModelsFolder.located(named: named)
      return Choice(model: try loaded(from: path), message: nil)
    case nil:
      guard let path = try ModelsFolder.found(named: named) else {
        return Choice(
          model: nil,
          message:
            "there is no model (\(ModelsFolder.readerName)); reading by rules, which see less")
      }
      return Choice(model: try loaded(from: path), message: nil)
    }
  }

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
    for line in model.about.utf8.split(separator: UInt8(ascii: "\n"))
    where line.starts(with: label.utf8) {
      let words = line.dropFirst(label.utf8.count).split(separator: UInt8(ascii: " "))
      let name = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      if !name.isEmpty { return name }
    }
    return "unnamed model"
  }
}
