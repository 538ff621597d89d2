/** Example texts for the documentation; invented, and really run by the tests. */

/** A stuffed Chinese article. */
export const STUFFED_EXAMPLE = `青河市启动“清水行动” 三年治理百条小河
近日,清水行动青河市水务局召开发布会,青河宣布今年起用三年时间治理城区和乡镇的一百条小河。市启青河市某某管道疏通服务中心
水务局副局长周明远表示,动三首批二十条河道已经完成勘测,年治预计五月开工。他说:“河水清不清,老百姓的鼻子最清楚。”
理百家住柳湾村的村民陈桂芳告诉记者,门前那条河从前能淘米洗菜,后来成了臭水沟。“要是真能治好,我第一个去河边摆茶摊。”
(责任编辑:林小舟)
相关阅读
- 青河地铁二号线今日试跑
- 这种野菜千万别乱吃
- 三岁男童走失两小时 民警这样找回`

/** An English wire report. */
export const ENGLISH_EXAMPLE = `Harbour town votes to rebuild storm-damaged pier
By Martha Quill
Published March 4, 2025
WEXCOMBE (Harbour Wire) - Residents of Wexcombe voted on Tuesday to rebuild the wooden pier that a winter storm tore in half.
"We have waited long enough," said Tom Arden, the mayor. "The pier is the reason this town exists."
The council's engineer, Priya Nand, told reporters that the work would take two summers and cost about 4 million pounds.
According to the harbour office, more than 70 percent of the ballots were in favour.
Read more: Five seaside walks for the weekend
Share this article`

/** A short, clean Chinese text. */
export const PLAIN_EXAMPLE = `山城图书馆延长夜间开放
山城图书馆昨日宣布,自下月起每周五、周六开放至夜里十一点。
馆长何静认为,年轻读者下班晚,“关门太早等于没开门”。`

/** The examples that the documentation offers. */
export const EXAMPLES = [
  { name: 'stuffed', summary: 'A stuffed Chinese article with a tail of links', request: { text: STUFFED_EXAMPLE } },
  { name: 'wire', summary: 'An English wire report between furniture', request: { text: ENGLISH_EXAMPLE, language: 'en' } },
  { name: 'plain', summary: 'A short clean text, offsets for Python', request: { text: PLAIN_EXAMPLE, offsets: 'code-point' } },
] as const
