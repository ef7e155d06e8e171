/// What a page's tags say: enough to see whether elements nest and what a reader sees.
public struct HTMLScanner {
  /// An element and the text inside it.
  public struct Element {
    /// The tag.
    public let name: String
    /// Attributes by their names.
    public let attributes: [String: String]
    /// The text inside, entities resolved.
    public var text = ""
  }

  /// Elements whose end tag was seen, in the order of their ends.
  public private(set) var elements: [Element] = []
  /// What is wrong; empty for a well-formed page.
  public private(set) var problems: [String] = []
  private var open: [Element] = []

  /// Scans a page.
  public init(_ page: String) {
    let bytes = Array(page.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") {
        guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else {
          problems.append("a tag is not closed")
          return
        }
        tag(Array(bytes[index + 1..<end]))
        index = end + 1
      } else {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        text(Array(bytes[index..<end]))
        index = end
      }
    }
    problems += open.map { "<\($0.name)> is not closed" }
  }

  private mutating func tag(_ bytes: [UInt8]) {
    let source = String(decoding: bytes, as: UTF8.self)
    if source.hasPrefix("!") { return }
    if source.hasPrefix("/") {
      guard let element = open.popLast() else {
        problems.append("</\(source.dropFirst())> closes nothing")
        return
      }
      if element.name != String(source.dropFirst()) {
        problems.append("<\(element.name)> is closed by <\(source)>")
      }
      if !open.isEmpty { open[open.count - 1].text += element.text }
      elements.append(element)
      return
    }
    let name = String(source.prefix { $0 != " " })
    var attributes: [String: String] = [:]
    var rest = source.dropFirst(name.count)
    while let equals = rest.firstIndex(of: "=") {
      let key = String(rest[..<equals].drop { $0 == " " })
      let value = rest[rest.index(after: equals)...]
      guard value.hasPrefix("\""), let end = value.dropFirst().firstIndex(of: "\"") else {
        problems.append("an attribute of <\(name)> has no quotes")
        break
      }
      if attributes[key] != nil { problems.append("<\(name)> has two \(key)") }
      attributes[key] = String(value[value.index(after: value.startIndex)..<end])
      rest = value[value.index(after: end)...]
    }
    if !rest.allSatisfy({ $0 == " " }) { problems.append("<\(source)> is odd") }
    if name == "meta" || name == "br" { return }
    open.append(Element(name: name, attributes: attributes))
  }

  private mutating func text(_ bytes: [UInt8]) {
    guard !open.isEmpty else { return }
    var out = String(decoding: bytes, as: UTF8.self).unicodeScalars
    if open.last?.name != "style" {
      out = unescaped(out)
      for scalar in out where scalar.value < 0x20 && ![0x09, 0x0A, 0x0D].contains(scalar.value) {
        problems.append("control character \(scalar.value)")
      }
    }
    open[open.count - 1].text.unicodeScalars += out
  }

  private mutating func unescaped(_ scalars: String.UnicodeScalarView) -> String.UnicodeScalarView {
    var out = String.UnicodeScalarView()
    var index = scalars.startIndex
    while index < scalars.endIndex {
      guard scalars[index] == "&" else {
        out.append(scalars[index])
        index = scalars.index(after: index)
        continue
      }
      let end = scalars[index...].firstIndex(of: ";") ?? index
      let entity = String(
        scalars[scalars.index(after: index)..<max(end, scalars.index(after: index))])
      let known: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "#13": "\r",
      ]
      guard let scalar = known[entity] else {
        problems.append("&\(entity); is unknown")
        return out
      }
      out.append(scalar)
      index = scalars.index(after: end)
    }
    return out
  }
}

/// What is wrong with a page: tags, ids given twice, links that lead nowhere, anything loaded.
public func problems(ofHTML page: String) -> [String] {
  let scanner = HTMLScanner(page)
  var problems = scanner.problems
  var ids: Set<String> = []
  for element in scanner.elements {
    if let id = element.attributes["id"], !ids.insert(id).inserted {
      problems.append("two elements have the id \(id)")
    }
    if ["script", "link", "img", "iframe", "object"].contains(element.name) {
      problems.append("<\(element.name)> loads something")
    }
  }
  for element in scanner.elements {
    guard let target = element.attributes["href"] else { continue }
    if !target.hasPrefix("#") { problems.append("\(target) leaves the page") }
    if !ids.contains(String(target.dropFirst())) { problems.append("\(target) leads nowhere") }
  }
  return problems
}
