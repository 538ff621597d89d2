/**
 * Words that open an English sentence, where a capital tells nothing: “Despite Roe”, “Has Roe left?”.
 */

const CONJUNCTIONS = 'and but or nor so yet if unless although though because since until while once whereas as than that'
const QUESTIONS = 'how why what when where whatever whenever wherever whichever'
const PREPOSITIONS =
  'after before during for from in at on by with without within throughout of to toward towards upon over under above below across along alongside around against among amid amidst behind beneath beside besides beyond near next inside outside like unlike despite'
const ADVERBS =
  'then again also even only just still instead however indeed perhaps maybe meanwhile moreover furthermore nevertheless nonetheless otherwise likewise therefore thus hence there here now today yesterday soon early earlier late later afterward afterwards recently finally eventually initially previously currently additionally separately similarly ultimately specifically notably clearly obviously certainly apparently reportedly allegedly ironically interestingly importantly surprisingly fortunately unfortunately sparsely back ahead hours longtime subsequent contrary well not no yes'
const PARTICIPLES = 'asked pressed given following based ending appearing continued spurred'
const AUXILIARIES = 'is are was were has have had do does did let please'

/** Lowercase; neither pronouns nor determiners, which may be subjects themselves. */
export const OPENERS: ReadonlySet<string> = new Set(
  [CONJUNCTIONS, QUESTIONS, PREPOSITIONS, ADVERBS, PARTICIPLES, AUXILIARIES].flatMap((words) => words.split(' ')),
)
