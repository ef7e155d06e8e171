import Testing
import Texts

@testable import evaluate

@Suite struct XMLElementTests {
  @Test func readsElementsAttributesAndText() {
    let root = XMLElement.root(
      of: Array(
        """
        <?xml version="1.0"?>
        <!-- a comment with <tags> -->
        <a b="1 &amp; 2" c="x">before<d/><e>R&amp;D &lt;3 &unknown;</e><f><![CDATA[<raw> & ]]></f>
        after</a>
        """.utf8))
    #expect(root.name == "a" && root.attributes == ["b": "1 & 2", "c": "x"])
    #expect(root.children.map(\.name) == ["d", "e", "f"])
    #expect(root.child("e")?.text == "R&D <3 &unknown;")
    #expect(root.child("f")?.text == "<raw> & ")
    #expect(root.text == "before\nafter" && root.all("e").count == 1)
  }

  @Test(arguments: ["", "<", "<a", "<a><b", "</a>", "<a><![CDATA[x", "<a b=", "text"])
  func whatIsCutOffDoesNotTrap(file: String) {
    _ = XMLElement.root(of: Array(file.utf8))
  }
}

@Suite struct GeoArticleTests {
  @Test func readsTheFormOfLGL() throws {
    let file = """
      <articles><article docid="1"><text><![CDATA[Rain in São Tomé & Lagos.]]></text><toponyms>
      <toponym><start>18</start><end>23</end><phrase>Lagos</phrase>
      <gaztag geonameid="2332459"><fcode>PPLA2</fcode><lat>6.45</lat><lon>3.39</lon></gaztag>
      </toponym>
      <toponym><start>8</start><end>16</end><phrase>São Tomé</phrase></toponym>
      </toponyms></article></articles>
      """
    let article = try #require(GeoArticle.articles(Array(file.utf8)).first)
    // Without a place in the gazetteer a name is left out.
    #expect(article.toponyms.count == 1)
    let lagos = try #require(article.toponyms.first)
    #expect(article.text[lagos.range] == "Lagos" && lagos.geonames == 2_332_459)
    #expect(lagos.kind == "PPLA2" && lagos.latitude == 6.45 && lagos.longitude == 3.39)
  }

  @Test func readsTheFormOfGeoVirusWhichCountsFromOne() throws {
    let file = """
      <articles><article><source>x</source><text>Cases rose in Ibarra.</text><locations>
      <location><name>Ibarra</name><start>15</start><end>21</end><lat>0.35</lat><lon>-78.12</lon>
      </location>
      <location><name>Quito</name><start>1</start><end>6</end><lat>0</lat><lon>0</lon></location>
      </locations></article></articles>
      """
    let article = try #require(GeoArticle.articles(Array(file.utf8)).first)
    #expect(article.toponyms.map { article.text[$0.range] } == ["Ibarra"])
    #expect(article.toponyms.first?.geonames == nil)
  }
}
