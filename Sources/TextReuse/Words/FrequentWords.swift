import Texts

/// The most frequent words of the larger languages: to share them says least.
///
/// Function words, and the few others that any report may use. Words that are frequent
/// in one language and carry meaning in another (German `war`) are left out.
let frequentWords: Set<Word> = Set(frequentWordTexts.map { Word(folding: $0) })

/// The same words as text.
let frequentWordTexts: [String] = frequentWordList.split {
  $0 == " " || $0 == "\n"
}.map { String($0) }

private let frequentWordList = """
  a about above across after again against ago all almost along already also although always am
  among an and another any are around as at away back be became because become been before
  behind being below between both but by came can cannot come comes could day days did do does
  doing done down during each earlier early either else enough even ever every few first five
  for four from further get give given go going got had has have having he her here hers
  herself him himself his how however i if in including into is it its itself just know last
  late later least less like made make many may me might million more morning most much must my
  near nearly never new next night no nor not nothing now of off often on once one only or other
  others our out over own part people per perhaps put rather really said same saw say saying
  says second see seen several shall she should since six so some someone something soon still
  such take taken than that the their them themselves then there these they thing things this
  those though three through thus till time times to today together told tomorrow tonight too
  took toward towards two under until up upon us use used very via was way we week weeks well
  went were what when where whether which while who whom whose why will with within without
  would year years yesterday yet you your hundred thousand dozens s t ve re ll d m
  le la les un une des du de et est dans par sur au aux ce cette ces qui que quoi dont ou où il
  elle ils elles nous vous leur leurs ses plus pas ne se avec sans sous selon après avant depuis
  entre été être sont ont avait était mais comme même deux trois a-t-il l d qu n c
  el los las una unos unas del al y o en con por para su sus lo como más pero fue han ha son
  era este esta estos estas ese esa que se ya muy también hasta desde sobre entre dos tres según
  os as um uma do da dos das no na nos nas ao em e com não mais foi são ser seu sua pelo pela
  il gli uno di che è per non con della dello dei delle nel nella alla dal anche più sono stato
  der das den dem des ein eine einen einem einer eines und ist im in zu zum zur mit von vom auf
  für bei nach aus wie auch sich nicht sie er es wir ihr dass sind wurde wurden werden wird
  haben hatte hatten oder aber noch nur über unter vor zwei drei
  het een van en op te dat niet zijn met voor aan ook door naar bij uit
  и в во не на я он она они что с со как а то все это так его но по из у за от же для о об бы до
  был была было были при после или уже ещё также если которые который тем чтобы между два три
  і й що та як його до від це про або був була були також
  في من على إلى عن أن إن ان الى التي الذي الذين هذا هذه ذلك تلك كان كانت قد لا ما لم لن ثم بعد
  قبل بين كما مع هو هي هم أو و حيث عند منذ خلال حتى غير كل بعض أي
  از به در که این آن را با برای است بود شد می های تا بر یا هم نیز خود
  ve bir bu da de için ile olarak olan daha çok gibi ise kadar sonra önce ne o en her
  yang dan di ke dari untuk dengan pada ini itu adalah akan oleh dalam tidak juga telah
  """
