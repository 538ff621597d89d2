/** Reports about the spam trades use their words too; the words here are those that the trades themselves never use. */
const WORDS = {
  zh: /赌博|涉赌|赌客|赌场|聚赌|非法集资|涉黄|扫黄|开设赌场|博彩业|网络犯罪|诈骗团伙/,
  en: /\b(?:gambl(?:er|ing)s?|regulators?|addict(?:s|ion)|counterfeit|the F\.?D\.?A|lawmakers?|lawsuit|fined|police|prosecutors?)\b/i,
}

/**
 * Tells a report about a spam trade from the trade's own words.
 *
 * @param text a folded sentence, line or article
 * @param grammar its language
 * @returns whether it speaks as a report does
 */
export function isTradeReport(text: string, grammar: 'zh' | 'en'): boolean {
  return WORDS[grammar].test(text)
}
