import Texts

/// Capitalized words that seldom go on with a name: behind an abbreviation they begin a sentence.
enum SentenceStarters {
  static let all = Set<Word>(
    listing: """
      the a an this that these those there here he she it they we you i his her its their our your my
      in on at by for from with without of to into over under after before during since until while
      when where as if because although though unless despite amid among between against about
      around through and but or nor yet so however meanwhile moreover furthermore nevertheless also
      then later earlier still even only just not no nobody none nothing some many most few several
      all both each every any either neither another other others such more less
      what who whom whose which why how is are was were be been being do does did has have had will
      would can could may might shall should must
      one two three four five six seven eight nine ten dozens hundreds thousands
      according officials witnesses residents police authorities activists
      today yesterday tomorrow now once again more thus hence therefore instead perhaps maybe
      """
  )
}
