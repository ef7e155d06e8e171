/// An element of a well-formed XML file: enough for corpora, which have no entities of their own.
struct XMLElement {
  var name = ""
  var attributes: [String: String] = [:]
  var children: [XMLElement] = []
  /// The text right inside it, CDATA included.
  var text = ""

  /// The root of a file; what is not closed is closed at the end.
  static func root(of file: [UInt8]) -> XMLElement {
    var reader = Reader(file: file)
    return reader.root()
  }

  /// The first child of a name.
  func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// All children of a name.
  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  private struct Reader {
    let file: [UInt8]
    var position = 0
    var open: [XMLElement] = [XMLElement()]
    var text: [[UInt8]] = [[]]

    mutating func root() -> XMLElement {
      while position < file.count {
        if file[position] != UInt8(ascii: "<") {
          readText()
        } else if starts("<![CDATA[") {
          let end = find("]]>", from: position)
          text[text.count - 1] += file[min(position + 9, end)..<end]
          position = end + 3
        } else if starts("<!--") {
          position = find("-->", from: position) + 3
        } else {
          readTag()
        }
      }
      while open.count > 1 { close() }
      return open[0].children.first ?? open[0]
    }

    private mutating func readTag() {
      let end = find(">", from: position)
      let tag = String(decoding: file[min(position + 1, end)..<end], as: UTF8.self)
      position = end + 1
      if tag.hasPrefix("?") || tag.hasPrefix("!") { return }
      if tag.hasPrefix("/") {
        if open.count > 1 { close() }
        return
      }
      var element = XMLElement()
      let inner = tag.hasSuffix("/") ? tag.dropLast() : Substring(tag)
      element.name = String(inner.prefix { $0 != " " && $0 != "\n" })
      for part in inner.dropFirst(element.name.count).split(separator: "\"").pairs {
        let name = part.0.filter { $0 != " " && $0 != "=" && $0 != "\n" }
        element.attributes[String(name)] = decoded(Array(part.1.utf8))
      }
      open.append(element)
      text.append([])
      if tag.hasSuffix("/") { close() }
    }

    private mutating func close() {
      var element = open.removeLast()
      element.text = String(decoding: text.removeLast(), as: UTF8.self)
      open[open.count - 1].children.append(element)
    }

    private mutating func readText() {
      let end = find("<", from: position)
      text[text.count - 1] += Array(decoded(Array(file[position..<end])).utf8)
      position = end
    }

    private func decoded(_ bytes: [UInt8]) -> String {
      let text = String(decoding: bytes, as: UTF8.self)
      guard bytes.contains(UInt8(ascii: "&")) else { return text }
      var result = ""
      for (index, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated()
      {
        guard index > 0, let end = part.firstIndex(of: ";") else {
          result += (index > 0 ? "&" : "") + part
          continue
        }
        let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
        result += known[String(part[..<end])] ?? "&\(part[...end])"
        result += part[part.index(after: end)...]
      }
      return result
    }

    private func starts(_ text: String) -> Bool { file[position...].starts(with: text.utf8) }

    private func find(_ text: String, from start: Int) -> Int {
      let wanted = Array(text.utf8)
      var index = start
      while index + wanted.count <= file.count {
        if file[index] == wanted[0], file[index...].starts(with: wanted) { return index }
        index += 1
      }
      return file.count
    }
  }
}

extension Array {
  /// The elements two by two; a last one alone is left out.
  fileprivate var pairs: [(Element, Element)] {
    stride(from: 0, to: count - 1, by: 2).map { (self[$0], self[$0 + 1]) }
  }
}
