import t from 'tap'
import { extract } from '../../src/engine/extract.ts'
import { JIANCE, MATOU, PIER, quotes, REPORT, said } from './quoted.ts'

const cases: Record<string, [paragraph: string, ...expected: string[]]> = {
  'a direct quote behind its cue': ['镇长林海生说：“桥修好了，心就定了。”', 'direct: 桥修好了，心就定了。 — 林海生, 镇长'],
  'a direct quote before its cue': ['“我等这座桥等了十年。”村民赵桂兰说。', 'direct: 我等这座桥等了十年。 — 赵桂兰, 村民'],
  'an indirect quote': ['工程师方志远表示，新桥将在十月通车。', 'indirect: 新桥将在十月通车 — 方志远, 工程师'],
  'according to': ['据镇长林海生介绍，修桥花了三百万元。', 'indirect: 修桥花了三百万元 — 林海生, 镇长'],
  'in somebody’s view': ['在村民们看来，这座桥早就该修了。', 'indirect: 这座桥早就该修了 — 村民们'],
  'a pronoun stands for the last speaker': [
    '镇长林海生表示，桥会按时修好。他还说，路灯也要换。',
    'indirect: 桥会按时修好 — 林海生, 镇长',
    'indirect: 路灯也要换 — 他 → 林海生, 镇长',
  ],
  'a cue that the dictionary has as the end of a word': [
    '村民赵桂兰笑说，桥修好了可以天天过河。',
    'indirect: 桥修好了可以天天过河 — 赵桂兰, 村民',
  ],
  'a novel says nothing': ['赵桂兰写了一部小说，河边的人都读过。'],
  'a report before its cue': ['新桥将在今年十月正式通车，镇长林海生说。', 'indirect: 新桥将在今年十月正式通车 — 林海生, 镇长'],
  'words in marks go on behind their cue': [
    '“桥修好了。”镇长林海生说，“心就定了。”',
    'direct: 桥修好了。 — 林海生, 镇长',
    'direct: 心就定了。 — 林海生, 镇长',
  ],
  'a part of what is said, in its words': [
    '镇长林海生称“这是一座好桥”，并表示会按时修好。',
    'partial: 这是一座好桥 — 林海生, 镇长',
    'indirect: 会按时修好 — 林海生, 镇长',
  ],
  'what somebody stressed is no report of its words': ['镇长林海生强调了安全的重要，也介绍了工地的情况。'],
  'English, brackets behind a name belong to it': [
    '“It is a bad plan for us,” said Jane Roe (the mayor, and a lawyer) on Monday.',
    'direct: It is a bad plan for us, — Jane Roe (the mayor, and a lawyer) → Jane Roe',
  ],
  'English, one word is enough': ['“Never,” Jane Roe said.', 'direct: Never, — Jane Roe'],
  'English, a quotation opens the sentence and its source speaks on': [
    '“The pier is old,” Jane Roe said, adding that “it may fall at any time.”',
    'direct: The pier is old, — Jane Roe',
    'indirect: that “it may fall at any time.” — Jane Roe',
    'partial: it may fall at any time. — Jane Roe',
  ],
  'who reports is not called a report': ['据临江广播电台报道，新桥将在十月通车。', 'indirect: 新桥将在十月通车 — 临江广播电台'],
  'somebody counted is who is described': [
    '一位带着孩子过桥的游客告诉记者，老桥走起来让人心慌。',
    'indirect: 老桥走起来让人心慌 — 一位带着孩子过桥的游客',
  ],
  'what somebody did not do is no part of a name': ['调查组没有回应，只表示将依法公布结果。', 'indirect: 将依法公布结果 — 调查组'],
  'two names that begin alike are whole': [
    '镇里种茶的是叶文彬和妹妹叶文琪。叶文彬说，桥通了茶就好卖。叶文琪说，她还想开一家店。',
    'indirect: 桥通了茶就好卖 — 叶文彬',
    'indirect: 她还想开一家店 — 叶文琪, 妹妹',
  ],
  'negated speech is none': ['镇长林海生未透露修桥的费用。'],
  'a term in marks is none': ['镇里实施的“连心桥”工程已经开工。'],
  'traditional characters and corner marks': ['鎮長林海生說：「橋修好了，心就定了。」', 'direct: 橋修好了，心就定了。 — 林海生, 鎮長'],
  'a relay': ['《河边日报》援引工程师方志远的话说，新桥将在十月通车。', 'indirect: 新桥将在十月通车 — 方志远, 工程师 via 《河边日报》'],
  'an office that nothing is known of speaks': [
    '星桥微电子周一发布公告称，新厂将推迟到明年投产。',
    'indirect: 新厂将推迟到明年投产 — 星桥微电子',
  ],
  'the writer’s comment ends a report': [
    '镇长林海生宣布，新桥不收过桥费，这一决定出乎很多人的意料。',
    'indirect: 新桥不收过桥费 — 林海生, 镇长',
  ],
  'what a reporter finds out is none': ['记者发现，桥头的路灯已经全部换新。'],
  'words that name a right are none': ['方志远要让村民有说“不”的权利。'],
  'a name inside a longer description is not who speaks': [
    '对此，林海生竞选办公室发言人反驳说，对手的算盘打错了。',
    'indirect: 对手的算盘打错了 — 林海生竞选办公室发言人',
  ],
  'English, before the cue': [
    '“We waited ten years,” said Tom Arden, the mayor.',
    'direct: We waited ten years, — Tom Arden, the mayor → Tom Arden, mayor',
  ],
  'English, broken by its cue': [
    '“We waited,” Jane Roe said. “Now it is here.”',
    'direct: We waited, — Jane Roe',
    'direct: Now it is here. — Jane Roe',
  ],
  'English, indirect with an apposition': [
    'Jane Roe, a lawyer for the union, said the bridge would open in May.',
    'indirect: the bridge would open in May — Jane Roe, a lawyer for the union → Jane Roe, lawyer for the union',
  ],
  'English, according to': [
    'According to the council, the work cost 3 million pounds.',
    'indirect: the work cost 3 million pounds — the council',
  ],
  'English, a report behind an apposition is not turned round': [
    'Hana Roe, who led the work, said the team had found nothing.',
    'indirect: the team had found nothing — Hana Roe, who led the work → Hana Roe',
  ],
  'English, a long source behind its report': [
    'The bridge could open this week, said Tom Arden, a longtime adviser to the family that paid for most of the work on its two towers.',
    'indirect: The bridge could open this week — Tom Arden, a longtime adviser to the family that paid for most of the work on its two towers → Tom Arden, longtime adviser to the family that paid for most of the work on its two towers',
  ],
  'English, what somebody was doing is no role': [
    'Jane Roe, speaking to residents on the bank, said the bridge was safe.',
    'indirect: the bridge was safe — Jane Roe',
  ],
  'English, two heads of one subject': [
    'Engineers and builders in the valley say the bridge is safe.',
    'indirect: the bridge is safe — Engineers and builders in the valley',
  ],
  'English, a participle that describes the source': [
    '“It is safe and strong,” retired engineer Tom Arden said.',
    'direct: It is safe and strong, — retired engineer Tom Arden → Tom Arden, retired engineer',
  ],
  'English, an abbreviated title': [
    '“It is a bad plan,” said Del. Jane Roe of the River District.',
    'direct: It is a bad plan, — Del. Jane Roe of the River District → Jane Roe, Del.',
  ],
  'English, “pointed out”': ['Jane Roe pointed out that the bridge was safe.', 'indirect: that the bridge was safe — Jane Roe'],
  'English, apostrophes in single marks': [
    '‘It’s the town’s bridge, and we’re proud of it,’ said Jane Roe.',
    'direct: It’s the town’s bridge, and we’re proud of it, — Jane Roe',
  ],
  'English, he is not she': [
    'Jane Roe said the bridge was safe. Her nephew, Paul Moss, said the bridge was old. She said it would last.',
    'indirect: the bridge was safe — Jane Roe',
    'indirect: the bridge was old — Her nephew, Paul Moss → Paul Moss, nephew',
    'indirect: it would last — She → Jane Roe',
  ],
  'English, a role stands for whom it was given to': [
    'Tom Arden, mayor of Wexcombe, said the bridge was safe. Jane Roe, a lawyer, said it was old. The mayor said it would last.',
    'indirect: the bridge was safe — Tom Arden, mayor of Wexcombe → Tom Arden, mayor of Wexcombe',
    'indirect: it was old — Jane Roe, a lawyer → Jane Roe, lawyer',
    'indirect: it would last — The mayor → Tom Arden, mayor of Wexcombe',
  ],
  'whose name is withheld has one': ['原告赵某称，自己三次提出换锁，都没有下文。', 'indirect: 自己三次提出换锁，都没有下文 — 赵某, 原告'],
  'a friend is called old': ['桥头的老秦说，修桥的人天不亮就来。', 'indirect: 修桥的人天不亮就来 — 老秦'],
  'who is at work right behind an utterance has spoken': [
    '“河水涨到桥面了。”在桥头卖凉粉的李姨心有余悸。她说，那天谁也不敢过。',
    'direct: 河水涨到桥面了。 — 李姨',
    'indirect: 那天谁也不敢过 — 她 → 李姨',
  ],
  'a role over words that the dictionary lacks': [
    '市二院急诊科副主任医师温晓岚说，那天送来了三位伤者。',
    'indirect: 那天送来了三位伤者 — 温晓岚, 市二院急诊科副主任医师',
  ],
  'a report that opens with 据 is a sentence of its own': [
    '市文物局文保处处长蒋立群在接受采访时指出：“这样的桥不多见。”据他透露，修桥花了三百万元。',
    'direct: 这样的桥不多见。 — 蒋立群, 市文物局文保处处长',
    'indirect: 修桥花了三百万元 — 他 → 蒋立群, 市文物局文保处处长',
  ],
  '这位…, by a word of which nothing else is known': [
    '何沁怡去年也参加了修桥。“今年换他们了。”这位六十岁的老石匠坦言，自己眼睛花了。',
    'direct: 今年换他们了。 — 这位六十岁的老石匠 → 何沁怡',
    'indirect: 自己眼睛花了 — 这位六十岁的老石匠 → 何沁怡',
  ],
  'what a speaker does next is no report': ['工作人员表示“不便多说”，并拒绝透露细节。', 'partial: 不便多说 — 工作人员'],
  'a place where something is said is not who says it': [
    '影评人“老猫看桥”在微博上写道：“这是镇上最安静的一座桥。”',
    'direct: 这是镇上最安静的一座桥。 — 老猫看桥, 影评人',
  ],
  'a relay inside a frame': ['据彭博社援引知情人士消息称，修桥的钱还没有到账。', 'indirect: 修桥的钱还没有到账 — 知情人士 via 彭博社'],
  'a common word that the dictionary lists as a name': ['洪水冲垮了引桥，消防员说，水来得太快。', 'indirect: 水来得太快 — 消防员'],
  如是说: ['“投资者都在等这座桥。”策略师玛丽亚·韦特曼如是说。', 'direct: 投资者都在等这座桥。 — 玛丽亚·韦特曼, 策略师'],
  'two offices before a name': [
    '论文第一作者、该所副研究员贺怀宇告诉记者，桥墩里的石头来自对岸。',
    'indirect: 桥墩里的石头来自对岸 — 贺怀宇, 副研究员',
  ],
  'what is published speaks for who published it': [
    '区公安分局发布通报：当日有两人在桥上受伤。',
    'indirect: 当日有两人在桥上受伤 — 区公安分局',
  ],
  'a code behind the name of a firm': ['星海新材（688001.SH）发布公告称，新桥的钢材已经运到。', 'indirect: 新桥的钢材已经运到 — 星海新材'],
  'a name in Latin letters': ['Tony Lau对观众说：“我会再来看桥。”', 'direct: 我会再来看桥。 — Tony Lau'],
  回了一句: ['院长只淡淡回了一句：“依法办事。”', 'direct: 依法办事。 — 院长'],
  'English, a club’s man is who stands last': [
    'Wexley Harriers manager Colm Brady admitted the bridge was too narrow for his team bus.',
    'indirect: the bridge was too narrow for his team bus — Wexley Harriers manager Colm Brady → Colm Brady, Wexley Harriers manager',
  ],
  'English, whoever does something behind a comma in marks has spoken': [
    'Ollie Marsh works as a plumber. “I have a boiler to fit at eight,” he laughed. Jane Roe said the bridge was safe.',
    'direct: I have a boiler to fit at eight, — he → Ollie Marsh',
    'indirect: the bridge was safe — Jane Roe',
  ],
  'English, who stands before a colon has spoken': [
    'Her neighbour, who lives by the river, was less dramatic: “The bridge creaks. That is all.”',
    'direct: The bridge creaks. That is all. — Her neighbour',
  ],
  'English, a report by somebody is a report': [
    'A 2024 report from the charity Clear Coast found that the bridge was rotten.',
    'indirect: that the bridge was rotten — A 2024 report from the charity Clear Coast',
  ],
  'English, a role with its relative clause': [
    'Jane Roe, a chemist who has no ties to the town, said the paint was old.',
    'indirect: the paint was old — Jane Roe, a chemist who has no ties to the town → Jane Roe, chemist who has no ties to the town',
  ],
  'somebody tells the writer': ['村民赵桂兰告诉我，桥修了六遍。', 'indirect: 桥修了六遍 — 赵桂兰, 村民'],
  'who sends a report is no subject, and a second cue no report': [
    '中新社临江11月3日电(记者 曾远)临江县政府3日就修桥作出回应，称桥会按时修好。',
    'indirect: 桥会按时修好 — 临江县政府',
  ],
  'English, title marks are none': ['The choir sang “Bridge Over Troubled Water” at the opening.'],
  'a firm by its trade, and the site where it says so': [
    '驰风汽车3日凌晨在官方微博发布声明称，起火与电池无关。',
    'indirect: 起火与电池无关 — 驰风汽车',
  ],
  'who was counted, described': [
    '据一位接近该公司的供应商透露，内部早就收到过报告。',
    'indirect: 内部早就收到过报告 — 一位接近该公司的供应商',
  ],
  'who speaks to the paper': ['桥梁协会成员庞博接受本报采访时分析说，桥墩没有问题。', 'indirect: 桥墩没有问题 — 庞博, 桥梁协会成员'],
  'what the report says is the report’s': ['报告指出，老桥每天有上千人走过。', 'indirect: 老桥每天有上千人走过 — 报告'],
  'a trade before the name, behind its cue': [
    '"We had three minutes," said hotel owner Jorun Aasland, who led eleven guests uphill.',
    'direct: We had three minutes, — hotel owner Jorun Aasland, who led eleven guests uphill → Jorun Aasland, hotel owner',
  ],
  'whoever acts right before the colon speaks, whatever was asked before': [
    '有记者追问桥墩是否开裂，镇长林海生反问道：“你走过那座桥吗？”',
    'indirect: 桥墩是否开裂 — 记者',
    'direct: 你走过那座桥吗？ — 林海生, 镇长',
  ],
  '他 is whom the sentence is about': [
    '镇长林海生表示，桥会修好。工程师方志远去年来过镇上，他主张明年再通车。',
    'indirect: 桥会修好 — 林海生, 镇长',
    'indirect: 明年再通车 — 他 → 方志远, 工程师',
  ],
  'a title that the island uses': ['黨團幹事長葉佩真表示，預算不能再拖。', 'indirect: 預算不能再拖 — 葉佩真, 黨團幹事長'],
}

for (const [name, [paragraph, ...expected]] of Object.entries(cases)) t.test(name, async (t) => t.same(quotes(paragraph), expected))

t.test('an utterance that runs over paragraphs has one speaker', async (t) => {
  t.same(
    quotes('Jane Roe stood up. “The bridge is old,” she said.', '“It has to go,\n“and it has to go now.”\n').at(-1),
    'direct: and it has to go now. — she → Jane Roe',
  )
})

t.test('a short name finds its full form, and only a surname is no proof', async (t) => {
  const found = extract(
    '桥\n工程师威廉·阿尔登表示，新桥将在十月通车。\n阿尔登说，桥面用的是钢。\n镇上的老桥建成至今已经有七十多年，每天有上千人从桥上经过。',
  )
  t.equal(found.speakers.length, 1)
  t.equal(found.speakers[0]?.name, '威廉·阿尔登')
  t.equal(found.speakers[0]?.quotes.length, 2)
})

t.test('他 and 她 are different people once each is known', async (t) => {
  const found = quotes(
    '镇长林海生表示，桥会按时修好。他说，路灯也要换。工程师方秀兰认为，桥墩还能用三十年。她说，关键是防冲刷。',
    '他又说，钱已经到位。\n',
  )
  t.equal(found.at(-1), 'indirect: 钱已经到位 — 他 → 林海生, 镇长')
})

t.test('a role stated behind the name is known', async (t) => {
  const found = quotes('在工地上量树的老人叫季沧海，今年六十八岁，是一名古建筑修缮师。季沧海说，老树都要留下。')
  t.match(found.at(-1), /季沧海, 古建筑修缮师$/)
})

t.test('a confidence is a probability', async (t) => {
  const found = extract(
    'Small town repairs its old bridge\n“We waited ten years,” said Tom Arden, the mayor. He hopes it will last.\nThe bridge was built in 1950.',
  )
  for (const { confidence } of found.quotes) t.ok(confidence > 0.4 && confidence < 1)
})

t.test('marks of every kind are paired', async (t) => {
  t.same(said(PIER, "''We waited ten years for the pier,'' Dana Wills said.", REPORT), [
    "indirect “''We waited ten years for the pier,''” of Dana Wills by said",
  ])
  t.same(said(PIER, 'Dana Wills said: “We waited ten years for the pier." She left.', REPORT), [
    'direct “We waited ten years for the pier.” of Dana Wills by said',
  ])
  t.same(said(PIER, 'Dana Wills said: “We waited for the pier.', '“We waited ten years.”', REPORT), [
    'direct “We waited for the pier.” of Dana Wills by said',
    'direct “We waited ten years.” of Dana Wills by no cue',
  ])
  t.same(said(PIER, 'The pole is 6\'2" tall. Dana Wills called it "a danger to all of us who walk there."', REPORT).slice(1), [
    'partial “a danger to all of us who walk there.” of Dana Wills by called',
  ])
  t.same(said(PIER, "'It's the town's pier,' said Dana Wills.", REPORT), ["direct “It's the town's pier,” of Dana Wills by said"])
  t.same(said(MATOU, '工程师周远说：「他告訴我『碼頭要拆了』，我不信。」', JIANCE), [
    'direct “他告訴我『碼頭要拆了』，我不信。” of 周远 by 说',
  ])
})

t.test('interviews in questions and answers: whoever is named answers', async (t) => {
  const speakers = (text: string): string[] =>
    extract(text).quotes.map(({ kind, text, speaker }) => `${kind}: ${text} — ${speaker?.text} → ${speaker?.name}`)
  t.same(
    speakers(
      '乡村医生邱野的一天\n近日，记者在云溪县见到了乡村医生邱野，听他讲述马背上的行医路，一走就是三十年。\n问：您一年要走多少路？\n答：没有算过，大概两千公里。\n问：最难忘的一次呢？\n答：大雪封山那年，走了九个小时。',
    ),
    ['direct: 没有算过，大概两千公里。 — 答 → 邱野', 'direct: 大雪封山那年，走了九个小时。 — 答 → 邱野'],
  )
  t.same(
    speakers(
      'A keeper says goodbye to the game\nHalia Prendergast played 112 times for her country before a knee injury ended her career in February, and now she wants to coach.\nQ: Why a tweet of four words?\nA: Because the fifth would have been a swear word.\nQ: Did the club know?\nA: My physio knew. I said nothing to the others.',
    ),
    [
      'direct: Because the fifth would have been a swear word. — A → Halia Prendergast',
      'direct: My physio knew. I said nothing to the others. — A → Halia Prendergast',
    ],
  )
  t.same(
    speakers(
      'A keeper says goodbye to the game\nHalia Prendergast played 112 times for her country before a knee injury ended her career in February, and now she wants to coach.\nSO: Was the chairman amused?\nHP: He sent flowers, and I sent them back.\nSO: And the fans?\nHP: They sang for me.',
    ).filter((quote) => quote.includes('HP')),
    ['direct: He sent flowers, and I sent them back. — HP → Halia Prendergast', 'direct: They sang for me. — HP → Halia Prendergast'],
  )
})

t.test('an interview of 160,000 turns is read to its end', async (t) => {
  const text = `A keeper says goodbye to the game\n\n${'Q: Why so?\nA: It is.\n'.repeat(80_000)}`
  t.equal(extract(text).quotes.length, 80_000)
})

t.test('straight marks and blanks that keep words together change nothing', async (t) => {
  const quotesOf = (text: string): string[] =>
    extract(text).quotes.map(
      ({ kind, text, speaker }) => `${kind} ${text.replaceAll('\u00a0', ' ')} — ${speaker?.name.replace(/["“”]/g, '')}`,
    )
  const chinese = [
    '河边小镇修桥记',
    '机构“星阔文化”表示，最难的是湖底的流沙。“我们等了三年，”工程师罗振说。他称之为“慢功夫”。',
    '镇上的老桥建成至今已经有七十多年。“裂了就裂了呗，我会补。”于小满笑着说，每天有上千人从桥上经过。',
  ].join('\n')
  t.ok(quotesOf(chinese).length > 3)
  t.same(quotesOf(chinese.replace(/[“”]/g, '"')), quotesOf(chinese))
  t.same(quotesOf(chinese.replace(/[“”]/g, '＂')), quotesOf(chinese))
  const english = [
    'Town repairs its bridge',
    'Hannah Lindqvist opened the bridge on Monday. Mei Sato, the engineer, stood beside her.',
    '“It took three years,” Lindqvist said. “Nobody gave up,” said Sato, who drew the plans.',
  ].join('\n')
  t.same(quotesOf(english.replaceAll('Hannah ', 'Hannah\u00a0').replace('Mei ', 'Mei\u00a0')), quotesOf(english))
})
