import Platform
import TestSupport
import Testing

@testable import Texts

@Suite struct ReportFileTests {
  @Test func takesUTF8AsItIs() throws {
    let file = try ReportFile(path: scratch("Kataʼib moved to Goma — again.\r\n"))
    #expect(file.notes.isEmpty)
    #expect(file.text[file.text.range] == "Kataʼib moved to Goma — again.\r\n")
    #expect(file.sha256.count == 64)
  }

  @Test func decodesWindows1252WithANote() throws {
    let bytes: [UInt8] = Array("The caf".utf8) + [0xE9, 0x20, 0x93] + Array("closed".utf8) + [0x94]
    let file = try ReportFile(path: scratch(bytes))
    #expect(file.notes.map(\.code) == ["decoded-windows-1252"])
    #expect(file.text[file.text.range] == "The café “closed”")
  }

  @Test func keepsUTF8WithAFewBrokenBytes() throws {
    let bytes: [UInt8] = Array("“Łódź” and “Goma” ".utf8) + [0xE2, 0x80] + Array(" said".utf8)
    let file = try ReportFile(path: scratch(bytes))
    #expect(file.notes.map(\.code) == ["invalid-utf8"])
    #expect(file.text[file.text.range].hasPrefix("“Łódź”"))
  }

  @Test func decodesUTF16ByItsMark() throws {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in "Goma: zwölf".utf16 { bytes += [UInt8(unit & 255), UInt8(unit >> 8)] }
    let file = try ReportFile(path: scratch(bytes))
    #expect(file.notes.map(\.code) == ["decoded-utf-16"])
    #expect(file.text[file.text.range].hasSuffix("zwölf"))
  }

  @Test(arguments: [
    ("", FileError.Code.empty), (" \n\t\n", .empty), ("a\u{0}b", .binary),
    ("%PDF-1.7 and more", .binary), ("<!DOCTYPE html><html></html>", .binary),
    ("\u{1}\u{2}\u{3}\u{4}\u{5}", .binary),
  ])
  func namesWhatIsNoText(content: String, code: FileError.Code) {
    let path = scratch(content)
    let error = #expect(throws: FileError.self) { try ReportFile(path: path) }
    #expect(error?.code == code)
    #expect(error?.message.contains(path) == true)
  }

  @Test func namesMissingFilesAndFolders() {
    let missing = #expect(throws: FileError.self) { try ReportFile(path: "/nowhere/at/all.txt") }
    #expect(missing?.code == .missing)
    let folder = #expect(throws: FileError.self) { try ReportFile(path: "/tmp") }
    #expect(folder?.code == .isFolder)
    let device = #expect(throws: FileError.self) { try ReportFile(path: "/dev/null") }
    #expect(device?.code == .notRegular)
  }

  @Test func refusesAHugeLine() {
    let path = scratch([UInt8](repeating: 0x61, count: ReportFile.sizeLimit + 1))
    let error = #expect(throws: FileError.self) { try ReportFile(path: path) }
    #expect(error?.code == .tooLarge)
  }

  @Test func oneFileUnderTwoNamesHasOneIdentity() throws {
    let path = scratch("One report.")
    let a = try ReportFile(path: path)
    let b = try ReportFile(path: "/tmp/../" + path)
    #expect(a.identity == b.identity)
    #expect(try ReportFile(path: scratch("One report.")).identity != a.identity)
  }
}

@Suite struct DigestTests {
  // FIPS 180-2, appendix B.1.
  @Test func knowsTheStandardsExample() {
    #expect(
      sha256Hex(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}

@Suite struct AtomicWriteTests {
  @Test func replacesAFileWhole() throws {
    let path = scratch("old")
    try writeAtomically("new text", to: path)
    #expect(try ReportFile(path: path).text.range.count == 8)
  }

  @Test func failsWithTheReason() {
    let error = #expect(throws: FileError.self) {
      try writeAtomically("text", to: "/nowhere/at/all.txt")
    }
    #expect(error?.code == .unwritable)
  }
}
