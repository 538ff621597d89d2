import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import { readDocument } from '../../src/engine/1-document/document.ts'
import type { Line } from '../../src/engine/1-document/lines.ts'
import { readVocabulary } from '../../src/engine/1-document/vocabulary.ts'
import { eachPhrase, featuresOf, findPhrases } from '../../src/engine/2-spam/chinese-keyword-phrases.ts'
import {
  eachPhrase as eachEnglishPhrase,
  featuresOf as englishFeaturesOf,
  findPhrases as findEnglishPhrases,
  HARDER,
} from '../../src/engine/2-spam/english-keyword-phrases.ts'
import { wordsOf } from '../../src/engine/2-spam/english-line-words.ts'
import { TOPIC } from '../../src/engine/2-spam/keyword-phrase.ts'
import { extract } from '../../src/engine/extract.ts'
import { readNamedWeights } from '../../src/engine/models.ts'
import { readGold } from '../../src/evaluation/gold.ts'
import { brokenInvariants } from '../invariants.ts'

const ARTICLE = [
  '白塔乡小学把课堂搬进茶园',
  '每周三下午，白塔乡中心小学的孩子们不坐在教室里，而是背着小竹篓走进后山的茶园。',
  '这门课已经开了六年。起初有家长反对，担心耽误学习。后来全乡的语文平均分提高了六分，反对的声音渐渐小了。',
  '按照学校的规定，孩子们采下的茶叶由合作社统一炒制，卖茶的收入用来买书。',
]
const [headline, first, second, third] = ARTICLE as [string, string, string, string]

/** The injected fragments that are cut, as kind and text. */
const injected = (text: string, title?: string): string[] =>
  extract(text, title === undefined ? {} : { title })
    .spam.filter(({ category, suggestion }) => category === 'injected' && suggestion !== null)
    .map(({ kind, text, suggestion }) => `${kind}: ${text}${suggestion ? ` → ${suggestion}` : ''}`)
const body = (text: string): string[] => extract(text).paragraphs.map((paragraph) => paragraph.text)

t.test('no clean article or page of ours loses a character', async (t) => {
  for (const record of [...readGold('test/corpus/tune'), ...readGold('test/corpus/held')]) t.same(injected(record.text), [], record.id)
  // A title bar says the headline once more, with the names that the article repeats.
  for (const name of readdirSync('test/pages')) t.same(injected(readFileSync(`test/pages/${name}/page.txt`, 'utf8')), [], name)
})

t.test('a firm planted as a sentence of its own is cut, a firm that acts stays', async (t) => {
  t.same(injected([headline, `${first}衡州市某某防水补漏有限公司`, second, third].join('\n')), [
    'injected_name: 衡州市某某防水补漏有限公司',
  ])
  t.same(injected([headline, first, `${second}衡州市鼎盛机械设备有限公司向学校捐赠了一百套课桌。`, third].join('\n')), [])
  for (const sentence of [
    '她委托律师提告，指控科技公司“云语无界”未经授权使用她的声音。',
    '他起诉建筑公司去年拖欠工资。',
    '家长质疑物业公司老员工从不巡查。',
    '中标单位为苏州锦泰防水补漏工程厂。',
    '法院判决衡州市博腾食品有限公司赔偿原告五万元。',
    '业主们把湛江市瀚腾防水补漏有限公司告上法庭。',
    '车辆登记在佛山市顺德区程源装饰工程股份有限公司名下。',
    '问题出在上海远达机械设备经营部。',
    '苏州禾信物业管理有限公司三名员工被带走。',
    '同年，杭州市西湖区禾隆食品有限公司上市。',
    '网友质疑湛江市丰通机械设备有限公司偷工减料。',
    '网站www.shuofang-88.com已被查封。',
    '人们谈论着平台。',
  ])
    t.same(injected([headline, first, second + sentence, third].join('\n')), [], sentence)
})

t.test('names that open clause after clause are no pieces of a headline, whether the headline has them or not', async (t) => {
  const report = (a: string, b: string, c: string): string[] => [
    `${a}与${b}、${c}合伙开了一家面馆，三年后为分红闹翻。`,
    `${a}提出先还清贷款，${b}坚持按股份分钱。${c}当场摔了账本，扬言退伙。`,
    `${b}随后换了门锁，${a}只好报警。民警到场时，${c}已经离开。`,
    `${a}向法院递交了诉状。${b}没有到庭，${c}则委托弟弟出庭。`,
    `庭审中，${b}承认换锁，${c}否认拿走现金。${a}出示了转账记录，${c}随即改口。`,
    `${a}最后撤回了起诉，${b}补交了房租，${c}写下一张欠条。`,
  ]
  for (const [a, b, c] of [
    ['丁某', '冷某', '纪某'],
    ['穆萨', '琼恩', '田野'],
    ['欧阳澄', '闻人雪', '司徒川'],
    ['锐棠', '砚蓝', '米禾'],
  ] as const)
    for (const above of ['合伙开面馆，散伙上法庭', `${a}${b}${c}合伙开店反目`, `${a}状告${b}：${c}出庭作证`])
      t.same(injected([above, ...report(a, b, c)].join('\n')), [], above)
})

t.test('what an article is about may be its headline', async (t) => {
  for (const topic of ['河边读书会', 'C919国产大飞机', '粤港澳大湾区青年创业大赛', '《老旧小区改造三年行动方案》'])
    t.same(
      injected(
        [
          topic.replace(/[《》]/g, ''),
          `今年的${topic}来了三万人。说到${topic}，七十岁的缪阿婆有一肚子话。`,
          `去年，${topic}带来两千个岗位。不少人靠${topic}还清了债。`,
          `专家认为，${topic}仍在起步阶段。而${topic}给了他们机会。`,
          `当地人说，${topic}需要耐心，急不得。`,
        ].join('\n'),
      ),
      [],
      topic,
    )
})

t.test('a reading in brackets behind a common character is cut, behind a rare one it stays', async (t) => {
  t.same(body([headline, first, `${second}學(xué)生們都說(shuō)好。`, third].join('\n'))[1], `${second}學生們都說好。`)
  t.same(injected([headline, first, `${second}这里是甪（lù）直镇。`, third].join('\n')), [])
  // A place or a surname with a reading of its own; an article about readings.
  t.same(injected([headline, first, `${second}她从单（shàn）县嫁来。`, third].join('\n')), [])
  t.same(injected([headline, first, `${second}老师说，“东”字的读音是东（dōng），不能读错。`, third].join('\n')), [])
})

t.test('doubled marks, invisible characters and mojibake are mended', async (t) => {
  const mangled = `${second.replaceAll('，', '，，')}锟斤拷锟斤拷`
    .replace('全乡', '全\u200b乡')
    .replace('声音', '声\u200b音')
    .replace('提高', '提\u200b高')
  t.same(body([headline, first, mangled, third].join('\n'))[1], second)
  t.same(injected([headline, first, `${second}真的吗？！好！！等等……`, third].join('\n')), [])
})

t.test('Greek letters in the names that science gives stay', async (t) => {
  const article = [
    'Arthritis drug eases a stubborn gut disease',
    'A drug that blocks TNFα, a protein behind inflammation, has eased symptoms in most patients, doctors in Aarley said on Tuesday.',
    'The team measured PPARα, αvβ3 integrin and HIF1α in blood samples and found no link with side effects. The dose was 40 μg a day.',
  ]
  t.same(injected(article.join('\n\n')), [])
})

t.test('swaps that no writer makes are undone', async (t) => {
  t.same(injected([headline, first, `${second}没有东说念主知说念。`, third].join('\n')), [
    'spun_word: 东说念主 → 人',
    'spun_word: 知说念 → 知道',
  ])
})

t.test('a contact glued behind a sentence is cut, one that a notice gives stays', async (t) => {
  t.same(injected([headline, `${first}加微信：vx88996`, second, third].join('\n')), ['contact: 加微信：vx88996'])
  t.same(injected([headline, `${first}代开发票加薇vx88996`, second, third].join('\n')), ['contact: 代开发票加薇vx88996'])
  // Whose it is, the sentence says.
  t.same(injected([headline, `${first}他的微信Lin_Qing88`, second, third].join('\n')), [])
  t.same(injected([headline, first, `${second}家长可以拨打电话12345反映情况。`, third].join('\n')), [])
})

t.test('adverts go, between paragraphs and inside them', async (t) => {
  const advert = '限时优惠！新用户注册即送八十八元红包，点击下载客户端领取。'
  t.same(body([headline, first, advert, second, third].join('\n')), [first, second, third])
  t.same(body([headline, first, `${second}${advert}`, third].join('\n')), [first, second, third])
})

t.test('an advert of any trade is known by its clauses; what a report says of prices and services stays', async (t) => {
  for (const advert of [
    '旧地板打磨翻新，一平二十五，两天完工。',
    '家用净水桶，送货上门，喝完再付。',
    '自家酿的米酒，三斤起送，喝完还想喝。',
  ])
    t.same(injected([headline, `${first}${advert}`, second, third].join('\n')), [`promo: ${advert}`])
  for (const true_ of [
    '镇上的裁缝改一条裤子八元，换拉链十五元。',
    '手续齐全的，两个工作日内可领证，不收工本费。',
    '老话说，人勤地不懒，他信这个理。',
    '所需材料：剪刀、胶水、旧报纸等。',
  ])
    t.same(injected([headline, first, `${second}${true_}`, third].join('\n')), [], true_)
  // A headline has short clauses too.
  t.same(injected(['全新渡船下月启航 往返只要二十分钟', first, second, third].join('\n')), [])
})

t.test('keywords of the spam trades go, but not from a report about them', async (t) => {
  t.same(injected([headline, first.replace('，', '，皇冠体育'), second.replace('。起初', '。百家乐起初'), third].join('\n')), [
    'keyword_block: 皇冠体育',
    'keyword_block: 百家乐',
  ])
  // What leads to a keyword behind a mark goes with it.
  t.same(injected([headline, first.replace('，', '，自动挂机赚钱'), second.replace('。起初', '。百家乐起初'), third].join('\n')), [
    'keyword_block: 自动挂机赚钱',
    'keyword_block: 百家乐',
  ])
  // The call in a keyword is no call of the sentence that it is glued into.
  const notice = `${second}市民发现安全隐患，老虎机注册送钱可以向所在街道办事处反映，也可以拨打市长热线举报。`
  t.same(injected([headline, first.replace('，', '，皇冠体育'), notice, third].join('\n')), [
    'keyword_block: 皇冠体育',
    'keyword_block: 老虎机注册送钱',
  ])
  const report =
    '警方打掉赌博网站 抓获十二人\n昨天，警方通报一起开设赌场案。该网站以百家乐，老虎机为名吸引赌客，涉案金额上千万元。\n百家乐，老虎机只是幌子，后台可以随时修改结果。'
  t.same(injected(report), [])
})

t.test('a true headline word behind a comma is no fragment', async (t) => {
  const text = [headline, `${first}茶园里，孩子们学数学。`, `${second}如今，茶园成了课堂。`, `${third}白塔乡小学说，茶园还要扩大。`].join(
    '\n',
  )
  t.same(injected(text), [])
})

t.test('English: selling sentences go, the same words in a report stay', async (t) => {
  const paragraphs = [
    'Village school moves its lessons to the orchard',
    'Every Wednesday the children of Elm Road School leave their desks and walk to the orchard behind the church.',
    'The head teacher, Robert Dunn, said the lessons had started six years ago.',
  ]
  const advert = 'Buy Viagra and Cialis online without prescription, fast delivery guaranteed.'
  t.same(injected([...paragraphs, advert, 'The apples are sold at the market, and the money pays for books.'].join('\n')), [
    `promo: ${advert}`,
  ])
  for (const unseen of [
    'Our roofers fix leaks the same day, ask for a free quote.',
    'Learn the guitar in four weeks, your first lesson is free.',
  ])
    t.same(injected([...paragraphs, unseen, 'The apples are sold at the market.'].join('\n')), [`promo: ${unseen}`])
  for (const true_ of [
    'Lessons are free, and lunch costs $2.',
    'Bring a coat, the path is steep.',
    'Take the lane past the mill and you will see the gate.',
  ])
    t.same(injected([...paragraphs, true_, 'The apples are sold at the market.'].join('\n')), [], true_)
  t.same(
    injected([...paragraphs, 'Regulators fined an online casino for its welcome bonus, and lawmakers want stricter rules.'].join('\n')),
    [],
  )
})

const FERRY = [
  '清晨六点，渡口的雾还没有散，第一班船已经坐满了赶集的乡亲。',
  '船工老罗把缆绳解开，回头看了一眼岸上的钟，这座钟比他还大三岁。',
  '镇里去年花了四十万元修缮候船室，新装了长椅，也添了饮水机。',
  '乡亲们说，最怕的是大风天，船停开一天，菜就要烂在筐里。',
  '水上搜救队每周来两次，检查救生衣，教孩子们怎样系紧带子。',
  '到了傍晚，末班船靠岸，候船室的灯一盏一盏熄灭，江面慢慢暗下来。',
  '渡口的账本上记着，去年一共运送旅客二十一万人次，没有出过一次事故。',
]
const FERRY_HEADLINE = '梨花古渡新添电动客船'
/** The ferry's sentences with the pieces put in behind every mark, round and round. */
const strewn = (pieces: readonly string[]): string[] => {
  let next = 0
  return FERRY.map((sentence) => sentence.replace(/[，。]/g, (mark) => mark + (pieces[next++ % pieces.length] as string)))
}

t.test('pieces strewn in an order of the farm’s own, and without the headline, are found', async (t) => {
  const stuffed = strewn(['添电', '梨花', '客船', '渡新', '动古'])
  const found = injected([FERRY_HEADLINE, ...stuffed].join('\n'))
  t.ok(found.filter((entry) => entry.startsWith('title_fragment')).length >= 12, `${found.length} pieces with the headline`)
  const absent = body(stuffed.join('\n'))
  t.ok(absent.filter((paragraph, at) => paragraph === FERRY[at]).length >= 5, 'most paragraphs are restored without it')
})

t.test('pieces of unequal length are found where the headline says what they are', async (t) => {
  t.same(body([FERRY_HEADLINE, ...strewn(['梨花', '古渡新', '添电动客'])].join('\n')), FERRY)
})

t.test('English keywords of several trades are a campaign, wherever they stand', async (t) => {
  const clean = [
    'Village school moves its lessons to the orchard',
    'Every Wednesday the children of Elm Road School leave their desks and walk to the orchard behind the church.',
    'The head teacher, Robert Dunn, said the lessons had started six years ago with a dozen apple trees.',
  ]
  const stuffed = [
    clean[0],
    clean[1]?.replace('the orchard behind', 'the free slots orchard behind'),
    clean[2]?.replace('had started', 'had replica watches started'),
  ].join('\n')
  t.same(body(stuffed), clean.slice(1))
})

t.test('a firm before a clause of its own is cut', async (t) => {
  t.same(body([headline, first, second.replace('。起初', '。衡州市鼎盛机械设备有限公司起初'), third].join('\n'))[1], second)
})

t.test('a headline dropped whole into the sentences is cut, marks and all', async (t) => {
  const marked = '河边小镇修桥：“慢慢来，不着急”？'
  const stuffed = [marked, first, second.replace('，', `，${marked}`), third.replace('。', `。${marked}`)]
  t.same(injected(stuffed.join('\n')), [`title_fragment: ${marked}`, `title_fragment: ${marked}`])
  t.same(injected([marked, first, second, `${third}读者还记得本报的标题“${marked}”。`].join('\n')), [], 'quoted once')
  t.same(injected([marked, first, `【${marked}】${second}`, third].join('\n')), [`title_fragment: 【${marked}】`], 'once in heavy brackets')
  t.same(injected([marked, `【${marked}】${first}`, second, third].join('\n')), [], 'a post begins with its headline')
})

t.test('a firm or a hospital that its sentence needs stays', async (t) => {
  for (const sentence of [
    '青河市荷湾镇常明珠宝有限公司去年摘下了集体的牌子。',
    '去年秋天，手术在边远的青木县人民医院顺利完成，青木县人民医院外科副主任说病人已经下床。',
    '校长说：“茶钱不进老师的口袋。”青河市瑞腾装饰工程股份有限公司回应：正在核实。',
    '钱最终打进了青河市康源装饰工程服务中心账户。',
    '与之签约的青河市康达装饰工程服务中心却不见了踪影。',
    '施工方是谁？青河市博远建筑工程有限公司。',
    '青河市永兴搬家服务有限公司老板姓钱，今年五十岁。',
    '青河市佳音文化传播有限公司自己也拿不出合同。',
    '青河市宏业货运代理有限公司上半年亏损三千万元。',
    '青河市宏业货运代理有限公司那时候刚刚起步。',
    '烟囱属于青河市第二化工厂，青河市第二化工厂1998年破产。',
    '合同写明，青禾小区快递柜公司每年应缴场地费三万元。青禾小区快递柜公司“蜂箱”的负责人没有露面。',
  ])
    t.same(injected([headline, first, sentence, second, third].join('\n')), [], sentence)
  const again = '青河市总工会法律服务中心今年以来已接到投诉一百二十余件。'
  t.same(injected([headline, first + again, second + again, third].join('\n')), [], 'a sentence that comes back')
})

t.test('a spun text is called one; a single word of a dialect is nobody’s software', async (t) => {
  const spun = [headline, first, second, '县里的东说念主都知说念这门课，报说念也写过好几次，昨天下战书还有东说念主来参不雅。', third].join(
    '\n',
  )
  t.ok(extract(spun).warnings.some(({ code }) => code === 'spun_text'))
  t.same(injected([headline, first, `${second}老乡说：“莫得事。”`, third].join('\n')), [])
})

t.test('a call to click goes, a true question before it stays', async (t) => {
  const paragraphs = [
    'Village school moves its lessons to the orchard',
    'Every Wednesday the children of Elm Road School leave their desks and walk to the orchard behind the church.',
    'Who pays for the trees? The parents do, and so far nobody has complained about it.',
  ]
  t.same(body([...paragraphs, 'Click here for the full story.'].join('\n')), paragraphs.slice(1))
})

t.test('texts made to confuse lose nothing and break nothing', async (t) => {
  const title = '美与乌分头谈和平'
  const texts = [
    `哈哈哈哈哈哈哈哈\n${'哈'.repeat(3000)}`,
    `${title}\n${'，'.repeat(5000)}`,
    `${title}\n`.repeat(200),
    `${title}\n${title.repeat(200)}`,
    '“'.repeat(3000),
    '“‘'.repeat(1500),
    `${title}\n${'某某公司'.repeat(500)}`,
    '他说，'.repeat(1000),
    'he said that '.repeat(500),
    '- a\n'.repeat(1000),
  ]
  for (const text of texts) t.same(brokenInvariants(text, extract(text)), [], JSON.stringify(text.slice(0, 20)))
})

t.test('a fragment ends with its line, whatever blanks stand behind it', async (t) => {
  const text =
    'Ferry adds sailings\nShares fell cheap viagra \nThe board met and payday loans adjourned on Tuesday after free slots two hours.'
  const found = extract(text)
  t.same(brokenInvariants(text, found), [])
  t.equal(found.spam[0]?.text, 'cheap viagra')
})

const HARBOUR = [
  '临江港渔船禁渔期满重新出海',
  '八月十六日零点，临江港二百余艘渔船结束禁渔期，陆续驶出港口，奔赴近海渔场。',
  '临江港渔业协会会长褚文海介绍，今年禁渔期比去年延长了十天，渔民的渔船都做了检修。',
  '“渔场里的带鱼和梭子蟹比前几年多，”渔民柯大年说，他的渔船凌晨两点就下了第一网。',
  '渔业协会统计，禁渔期内临江港共查处违规渔船七艘，没收渔网一千三百余米。',
  '褚文海说，渔船出海前都要检查救生设备，渔民还要参加安全培训。',
  '临江港的冷库已经备好制冰机，渔船返港后，带鱼当天就能送到批发市场。',
  '批发市场负责人预计，首批带鱼和梭子蟹的价格会比去年低一成。',
  '渔业协会提醒渔民注意台风预警，渔船应当在大风到来前返回临江港。',
]
const CHESS = [
  '贺云舟第四次夺得围棋名人赛冠军',
  '棋手贺云舟在决赛第三局执黑中盘获胜，以总比分二比一夺得围棋名人赛冠军，这是他第四次捧起名人赛奖杯。',
  '赛后复盘时，贺云舟认为白棋在右上角的打入过于急躁，黑棋借攻击顺势围起中腹，官子阶段已无悬念。',
  '对手瞿一鸣说，白棋在中腹损失太大，围棋比赛里这样的打入要先算清官子。',
  '围棋队教练介绍，贺云舟赛前每天复盘三局，专门研究黑棋在右上角的新变化。',
  '名人赛奖杯由老棋手颁发，冠军贺云舟还将代表围棋队参加秋天的擂台赛。',
  '擂台赛组委会说，各队棋手名单下月公布，执黑先行的一方仍须贴目。',
]

t.test('a passage of another article is cut, and the topic that breaks without returning is not', async (t) => {
  const foreign = CHESS.slice(1, 3)
  t.same(injected(HARBOUR.join('\n')), [])
  const spliced = HARBOUR.toSpliced(5, 0, ...foreign).join('\n')
  t.same(
    injected(spliced),
    foreign.map((text) => `foreign_passage: ${text}`),
  )
  t.same(body(spliced), HARBOUR.slice(1))
  t.same(brokenInvariants(spliced, extract(spliced)), [])
  t.same(injected([...HARBOUR, ...foreign].join('\n')), [])

  // One paragraph in a shorter article is suspect, not certain: it stays and is counted.
  const doubtful = HARBOUR.slice(0, 7).toSpliced(4, 0, foreign[1] as string)
  t.same(injected(doubtful.join('\n')), [])
  t.same(body(doubtful.join('\n')), doubtful.slice(1))
  t.match(extract(doubtful.join('\n')).warnings, [{ code: 'uncertain_spam' }])
})

t.test('an aside of an article whose headline is missing is no passage of another one', async (t) => {
  const paragraphs = readFileSync(new URL('../plain/zh-108.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .slice(1)
  t.same(injected(paragraphs.join('\n')), [])
})

t.test('two articles that take turns are taken apart, questions and answers are not', async (t) => {
  const foreign = CHESS.slice(1)
  const spliced = HARBOUR.flatMap((paragraph, at) => (at > 1 && foreign[at - 2] ? [foreign[at - 2] as string, paragraph] : [paragraph]))
  t.same(
    injected(spliced.join('\n')),
    foreign.map((text) => `foreign_passage: ${text}`),
  )
  t.same(body(spliced.join('\n')), HARBOUR.slice(1))
  t.same(brokenInvariants(spliced.join('\n'), extract(spliced.join('\n'))), [])
  const interview = [
    '渔民柯大年：网收上来才知道值不值',
    '问：今年的禁渔期比去年长，家里的开销怎么安排？',
    '答：我在码头的修理厂打了两个月短工，妻子给饭馆剥虾，孩子的学费是早就存好的。',
    '问：第一网打上来多少？',
    '答：带鱼三百来斤，梭子蟹两筐。网收上来才知道值不值，油钱先要扣掉一半。',
    '问：年轻人还愿意上船吗？',
    '答：我儿子学的是冷库管理，他说岸上也能靠海吃饭，我觉得他说得对。',
    '问：您打算干到什么时候？',
    '答：干到拉不动缆绳那天。',
  ]
  t.same(injected(interview.join('\n')), [])
})

t.test('bait behind a keyword needs no second one, and a trade with its number is a contact', async (t) => {
  t.same(injected([headline, `开云体育app下载${first}`, second, third].join('\n')), ['keyword_block: 开云体育app下载'])
  t.same(injected([headline, `${first}专业疏通下水道138-0013-8000。`, second, third].join('\n')), ['contact: 专业疏通下水道138-0013-8000'])
  t.same(injected([headline, first, `${second}家长可以拨打校办电话138-0013-8000报名。`, third].join('\n')), [])
  t.same(injected([headline, `深圳宝安某某精密模具厂${first}`, second, `${third}深圳宝安某某精密模具厂`].join('\n')), [
    'injected_name: 深圳宝安某某精密模具厂',
    'injected_name: 深圳宝安某某精密模具厂',
  ])
  t.same(
    body(
      [
        'Town library reopens after the flood',
        'The library in Wexley reopened on Tuesday, fourteen months after a burst main filled its basement with two metres of water.',
        'Buy cheap viagra online The registers had been moved upstairs. best online casino The books had not, and eleven thousand of them were lost.',
      ].join('\n'),
    )[1],
    'The registers had been moved upstairs. The books had not, and eleven thousand of them were lost.',
  )
})

t.test('keywords that no list has are put together from brands, goods and calls', async (t) => {
  t.same(
    injected(
      [headline, first.replace('，', '，博亚体育官网'), second.replace('。起初', '。十倍杠杆配资平台起初'), `leyu乐鱼app下载${third}`].join(
        '\n',
      ),
    ),
    ['keyword_block: 博亚体育官网', 'keyword_block: 十倍杠杆配资平台', 'keyword_block: leyu乐鱼app下载'],
  )
  const village = [
    'Village school moves its lessons to the orchard',
    'Every Wednesday the children of Elm Road School leave their buy cheap kamagra online desks and walk to the orchard behind the church.',
    'The head teacher, Robert Dunn, said the lessons had started six years pinup casino promo code ago with a dozen apple trees.',
  ]
  t.same(injected(village.join('\n')), ['keyword_block: buy cheap kamagra online ', 'keyword_block: pinup casino promo code '])
})

t.test('keywords of trades that no list has are known by what they are made of', async (t) => {
  const stuffed = [
    headline,
    first.replace('，', '，临沧包车电话'),
    second.replace('。后来', '。防晒衣批发货源后来').replace('，反对', '，旧沙发翻新价格反对'),
    third.replace('，孩子们', '，儿童滑板车厂家孩子们'),
  ]
  const found = injected(stuffed.join('\n'))
  t.match(found, ['keyword_block: 临沧包车电话', 'keyword_block: 防晒衣批发货源', 'keyword_block: 旧沙发翻新价格'].slice(0, found.length))
  t.ok(found.length > 1, 'most are cut')
  t.same(
    injected([headline, first, second.replace('。后来', '。防晒衣批发货源后来'), third].join('\n')),
    [],
    'one alone is nobody’s campaign',
  )
  const briefs = [
    '旧沙发翻新价格去年涨了两成，木工的工钱也涨了。',
    '儿童滑板车厂家召回了三万辆滑板车。',
    '包车电话被人冒用，旅行社向警方报了案。',
    '防晒衣批发生意清淡，货源却比往年多。',
  ]
  t.same(injected(['一周消费', briefs.join(''), briefs.toReversed().join('')].join('\n')), [], 'what sentences have for their subject')
  const topic = '民宿加盟，听起来离普通人很远。民宿加盟我们查了一百多起。所谓民宿加盟，靠的是回头客。'
  t.same(injected(['民宿加盟调查：谁在赚钱', topic, `私家侦探我们也问了。${topic}`].join('\n')), [], 'what an article is about')
})

t.test('half a sentence that a wrapped line begins with is no advert', async (t) => {
  const wrapped = [headline, `${first}采茶队下午四时二`, '十分全部升井，生命体征平稳。', second, third]
  t.same(injected(wrapped.join('\n')), [])
})

t.test('what is known of a keyword fast is what its named features say', async (t) => {
  const weights = readNamedWeights('keywords.zh.txt')
  const sum = (names: readonly string[], share: number): number =>
    names.reduce((all, name) => all + (weights.get(name) ?? 0), share * (weights.get(TOPIC) as number))
  const document = readDocument([headline, first, `${second}临沧包车电话`, `${third}旧沙发翻新价格，他说。`].join('\n'), 'zh')
  const vocabulary = readVocabulary(document)
  const simple = new Map<string, number>()
  for (const line of document.lines)
    eachPhrase(
      document,
      line,
      () => true,
      (phrase, seam) => {
        const share = vocabulary.counts.share(document.codes, phrase.start, phrase.end, 1)
        simple.set(`${phrase.start}-${phrase.end} ${seam.edge}`, sum(featuresOf(document.codes, phrase, seam), share))
      },
    )
  const fast = findPhrases(document, vocabulary, -8)
  t.ok(fast.length > 4)
  for (const { start, end, edge, odds } of fast) t.ok(Math.abs(odds - (simple.get(`${start}-${end} ${edge}`) as number)) < 1e-9)
})

const TOWN = [
  'Harbor town votes to keep its last ferry',
  'The last ferry across Ellery Sound will keep running for five more years, after a vote that surprised even those who had asked for it.',
  'Mayor Ines Calloway said the council had counted every crossing since March and found that the boat carries more people than the bridge does on foggy days.',
  'The pilot, who has not missed a morning since 1998, heard the news on the radio while he was tying up, and finished the knot before he smiled.',
]
const [vote, sound, mayor, pilot] = TOWN as [string, string, string, string]

t.test('English keywords that no list has are known by what they are made of and by their seams', async (t) => {
  const stuffed = [
    vote,
    sound.replace('will keep', 'wheelchair ramp prices will keep'),
    mayor.replace('had counted', 'best baby stroller had counted').replace('since March', 'since roof cleaning near me March'),
    pilot.replace('heard the', 'cheap patio door repair heard the'),
  ].join('\n')
  t.same(injected(stuffed), [
    'keyword_block: wheelchair ramp prices ',
    'keyword_block: best baby stroller ',
    'keyword_block: roof cleaning near me ',
    'keyword_block: cheap patio door repair ',
  ])
  t.same(
    extract(stuffed).paragraphs.map(({ text }) => text),
    [sound, mayor, pilot],
  )
  t.same(injected(TOWN.join('\n')), [])
  const trades = 'A wheelchair ramp maker and two roof cleaning firms rent the old cannery. The baby stroller factory closed in May.'
  t.same(injected([...TOWN, `${trades} Used pontoon boats fill the yard, and a locksmith works next door.`].join('\n')), [], 'told of')
})

t.test('what is known of an English keyword fast is what its named features say', async (t) => {
  const weights = readNamedWeights('keywords.en.txt')
  const document = readDocument(`${vote}\n${mayor.replace('had counted', 'best baby stroller had counted')}`, 'en')
  const vocabulary = readVocabulary(document)
  const fast = findEnglishPhrases(document, vocabulary, -4)
  t.ok(fast.length > 2)
  const words = wordsOf(document.codes, document.lines[1] as Line)
  const simple = new Map<string, number>()
  eachEnglishPhrase(words, (from, to) => {
    const [start, end] = [words.starts[from] as number, words.ends[to] as number]
    const share = vocabulary.counts.share(document.codes, start, end, 1) * (weights.get(TOPIC) as number)
    const odds = englishFeaturesOf(document.codes, words, from, to).reduce((all, name) => all + (weights.get(name) ?? 0), HARDER + share)
    simple.set(document.text.slice(start, end), odds)
  })
  const best = fast.find(({ start, end }) => document.text.slice(start, end).trim() === 'best baby stroller')
  t.ok(best && Math.abs(best.odds - (simple.get('best baby stroller') as number)) < 1e-4)
})

t.test('plain articles, and honest ones about trades, prices and offers, keep their words', async (t) => {
  for (const folder of ['test/honest', 'test/plain'])
    for (const name of readdirSync(folder)) t.same(injected(readFileSync(`${folder}/${name}`, 'utf8')), [], name)
})

t.test('pieces that a farm puts side by side, each part of the headline cut by itself', async (t) => {
  const headline = '说河长，村口老井变身小公园记录者：临江县白塔乡柳桥村第二村民小组组长 何 砚'
  const round = ['说河长', '村口', '老井塔乡', '变身柳桥', '小公村第民小', '园记', '录者', '临江', '县白', '二村', '何砚']
  // A place where something may be put in.
  const lines = [
    '三年前的|夏天，|村里人还绕着那片水塘走。淤泥没过脚踝，|岸边堆着旧轮胎和破渔网。|孩子们放学以后，|宁可多走两里路，也不肯从那里经过。',
    '变化是从一张手绘的|图纸开始的。|退休教师把水塘画成四块，|一块种荷，|一块养鱼，剩下的|两块留给来散步的|人。|图纸贴在祠堂门口，|谁都可以拿笔改。',
    '第二年春天，|施工队只用了四十天就清完淤泥。|挖出来的|黑土没有运走，|全都堆成了小丘，|种上从山里移来的|杜鹃。到了五月，|满坡的|花开得很热闹，|城里人也开着车来看。',
    '账目写在一块木板上。|清淤花了九万，|石板路花了六万，|剩下的|钱买了三十张长椅。每一张椅子背后，|都刻着出钱人的|姓。|老人们说，|坐着比看电视强。',
  ]
  let next = 0
  const stuffed = lines.map((line) => line.replaceAll('|', () => round[next++ % round.length] as string))
  const found = extract([headline, ...stuffed].join('\n'))
  t.equal(found.headline?.text, headline)
  t.same(
    found.paragraphs.map(({ text }) => text),
    lines.map((line) => line.replaceAll('|', '')),
  )
  const clean = lines.map((line) => line.replaceAll('|', ''))
  t.same(
    extract([headline, ...clean].join('\n')).spam.filter(({ category }) => category === 'injected'),
    [],
  )
})

t.test('readings behind many characters take all their brackets with them; the end of a paragraph in a wrong character set', async (t) => {
  const headline = '河边小镇重修老桥 居民盼通车'
  const mangled = [
    '老桥建(jiàn)成至今已經(jīng)七十多年,,每天(tiān)有上千人從(cóng)橋上經過,,鎮(zhèn)上的醫院就在橋頭(tóu),區(qū)里也應(yīng)該出錢。',
    '镇长孟立说：“大家都(dōu)盼着这一天,,施工队明(míng)天进场?！?/p>',
  ]
  t.same(
    extract([headline, ...mangled].join('\n')).paragraphs.map(({ text }) => text),
    [
      '老桥建成至今已經七十多年,每天有上千人從橋上經過,鎮上的醫院就在橋頭,區里也應該出錢。',
      '镇长孟立说：“大家都盼着这一天,施工队明天进场。”',
    ],
  )
  // One place that reads its name in a way of its own.
  const plain = '她从单（shàn）县嫁来，在桥头开了一家小店，卖油盐酱醋，也替人收信收包裹，一做就是三十年。'
  t.same(
    extract([headline, plain].join('\n')).paragraphs.map(({ text }) => text),
    [plain],
  )
})

t.test('an advert of keywords between blanks, glued to a sentence', async (t) => {
  const headline = '河边小镇重修老桥 居民盼通车'
  const paragraphs = (...lines: string[]): string[] => extract([headline, ...lines].join('\n')).paragraphs.map(({ text }) => text)
  const rest = '镇长葛蓝说，居民可以从新桥绕行，公交车也改走新桥，票价不变。'
  t.same(
    paragraphs(
      '县河务局昨天通报，镇上的老桥已经封闭，工程师正听话水 迷情药 催情水 金苍蝇水 失忆喷雾 粉状春药 液态催情药',
      '在检查桥墩，预计三月开放。',
      rest,
    ),
    ['县河务局昨天通报，镇上的老桥已经封闭，工程师正', '在检查桥墩，预计三月开放。', rest],
  )
  t.same(
    paragraphs('县河务局昨天通报，老桥已经封闭。 听话水 迷情药 催情水 金苍蝇水 失忆喷雾 工程师在检查桥墩。', rest)[0]?.replace(/\s+/g, ''),
    '县河务局昨天通报，老桥已经封闭。工程师在检查桥墩。',
  )
  const honest = [
    '县公安局昨天通报，警方从一家网店查获听话水、迷情药、催情水等物品二百余件，嫌疑人陆某已被刑拘。',
    '办案民警说，店主把 听话水 催情水 迷情药 三种 饮料 分装在瓶里出售，价格从几十元到上百元不等。',
  ]
  t.same(paragraphs(...honest), honest)
})

t.test('clauses of one sentence that read like keywords are no campaign', async (t) => {
  const body = [
    '镇上的居民陆续搬进新楼，许多人第一次自己选地板。',
    '镇长葛蓝说：“请三家店一起来，压低价格，让老人不出小区就能看到样品，钱花在明处，踏踏实实装修。”',
    '新楼离老街不远，货车每天往返六趟。',
  ]
  t.same(
    extract(body.join('\n')).paragraphs.map(({ text }) => text),
    body,
  )
})

t.test('commas right before other marks go where there are many', async (t) => {
  const text = '老桥去年封闭,,今年重修,。镇上的人盼着通车,、盼着修好,,工期却一再推迟,。船工们也在等,。'
  t.equal(
    extract(`河边小镇重修老桥 居民盼通车\n${text}`).paragraphs[0]?.text,
    '老桥去年封闭,今年重修。镇上的人盼着通车、盼着修好,工期却一再推迟。船工们也在等。',
  )
})

t.test('readings without tones go where a farm gives many', async (t) => {
  const headline = '河边小镇重修老桥 居民盼通车'
  const mangled = [
    '老桥建(jian)成至今已经(jing)七十多年，每天(tian)有上千人从(cong)桥上经过，镇(zhen)上的医院就在桥头(tou)(tou)。',
    '镇长孟立说：“大家都(dou)盼着这一天，施工队明(ming)天进场。”',
    '工期(qi)一再推迟，船工们(men)也在等。',
  ]
  t.same(
    extract([headline, ...mangled].join('\n')).paragraphs.map(({ text }) => text),
    [
      '老桥建成至今已经七十多年，每天有上千人从桥上经过，镇上的医院就在桥头。',
      '镇长孟立说：“大家都盼着这一天，施工队明天进场。”',
      '工期一再推迟，船工们也在等。',
    ],
  )
  // A few may be the writer’s.
  const plain = '老字号“聚福(fu)楼”的英文招牌只写了几个字母，店主说，这是爷爷取的名(ming)字，一直没有改过。'
  t.same(
    extract([headline, plain].join('\n')).paragraphs.map(({ text }) => text),
    [plain],
  )
})

t.test('the stamp of a site behind the paragraphs of an article that it has copied', async (t) => {
  const headline = '河边小镇重修老桥 居民盼通车'
  const body = [
    '老桥建成至今已经七十多年，每天有上千人从桥上经过，镇上的医院就在桥头。',
    '镇长孟立说：“大家都盼着这一天，施工队明天进场。”',
    '工期一再推迟，船工们也在等，他们说没有桥就没有活干。',
    '县里表示，明年春天以前一定通车，钱由省里出。',
  ]
  const stamp = '文章源自青河博客https://www.qinghe.example/吃瓜网-https://www.qinghe.example/780.html'
  const stamped = [headline, body[0], `${body[1]}${stamp}`, stamp, `${body[2]}${stamp}`, body[3]].join('\n')
  const found = extract(stamped)
  t.same(
    found.paragraphs.map(({ text }) => text),
    body,
  )
  t.same(
    found.spam.filter(({ category }) => category === 'injected').map(({ kind, text }) => [kind, text]),
    [1, 2, 3].map(() => ['contact', stamp]),
  )
  const once = [headline, body[0], `${body[1]}详见https://www.qinghe.example/bridge`, body[3]]
  t.notOk(extract(once.join('\n')).spam.some(({ reason }) => reason.includes('stamp')))
})

t.test('random characters and slogans that a forum puts where a post breaks', async (t) => {
  const headline = '渡轮停航三日 离岛居民靠小船运菜'
  const body = [
    '受强风影响，连接离岛的渡轮自周一起停航，岛上三家杂货店的蔬菜当天就卖光了。',
    '船务公司经理邹启帆表示，风力降到六级以下才会复航。',
    '居民温阿娣说：“小船一趟只能带二十斤，老人家都不敢坐。”',
    '镇公所周二派出两艘渔船运送药品和奶粉，并开放礼堂供滞留旅客过夜。',
    '气象台预计，周四中午以后风力会明显减弱。',
  ]
  const post = [
    `${headline}渡口茶座$ a% K( m, W. x0 ~`,
    `! R2 g; \\7 q- N' d${body[0]}`,
    `${body[1]}www.ferrytea.example.com& P) z+ E1 u/ j3 [`,
    `9 h: T" v* _5 L) odukou tea,dukoutea${body[2]}`,
    `${body[3]}渡口茶座# y, B6 k; \`0 F8 w( i`,
    '渡口茶座 汇集热门话题与日常闲谈4 n- S. c7 {1 H& e',
    `${body[4]}渡口茶座 汇集热门话题与日常闲谈' ^; o3 B( t: Y2 r`,
  ].join('\n')
  const found = extract(post)
  t.equal(found.headline?.text, headline)
  t.same(
    found.paragraphs.map(({ text }) => text),
    body,
  )
  const injected = found.spam.filter(({ category }) => category === 'injected')
  t.same(
    injected.filter(({ kind }) => kind === 'injected_name').map(({ text }) => text),
    [
      '渡口茶座',
      'www.ferrytea.example.com',
      'dukou tea,dukoutea',
      '渡口茶座',
      '渡口茶座 汇集热门话题与日常闲谈',
      '渡口茶座 汇集热门话题与日常闲谈',
    ],
  )
  t.equal(injected.filter(({ kind }) => kind === 'mangled').length, 7)
  t.ok(found.quotes.some(({ speaker, kind }) => kind === 'direct' && speaker?.name === '温阿娣'))
  // Letters in a list, a formula and a score are no code.
  const plain = [
    headline,
    `${body[0]}岛上的码头编号为 a, b, c, d, e, f, g, h。`,
    'The pairs are ( a, b ) and ( c, d ); 1 A 2 B 3 C 4 D 5 E.',
    body[3],
  ].join('\n')
  t.same(
    extract(plain).spam.filter(({ category }) => category === 'injected'),
    [],
  )
})

t.test('a headline cut in a way of its own: several pieces put together, others left out', async (t) => {
  const headline = '“不许再收摆渡钱，否则停航半年”村民会吵成一团，镇里回应'
  const body = [
    '9月11日，一段临江镇村民会的录像引起关注，录像中船家说，“大家别急，不要再问价钱，因为问价钱的都坐不上船”。',
    '该说法让村民很不满，有人投书称“船家的话让人害怕，希望镇里管一管”。',
    '11日，临江镇政府发布了关于渡口收费的情况说明。',
    '对于录像中船家用词不当的情况，我镇高度重视，迅速派人核查。经核实，9月3日下午，渡口在村委会召开村民大会，船家的本意是希望大家多些理解。',
    '眼下，我镇已请船家停航三天，并派人挨家挨户说明缘由。',
    '下一步，我镇将对全镇渡口逐一检查，努力让大家坐上放心船。',
  ]
  const strewn = [
    body[0]
      ?.replace('9月11日，', '9月11日，收摆')
      .replace('村民会的', '村民会的渡钱')
      .replace('船家说，', '船家说，会吵')
      .replace('价钱，因为', '价钱，团镇因为')
      .replace('问价钱的', '问价钱的不收航回'),
    body[1]?.replace('很不满，', '很不满，再摆成').replace('害怕，', '害怕，收摆').replace('”。', '”。渡钱'),
    body[2]?.replace('11日，', '11日，会吵').replace('收费的', '收费的团镇'),
    body[3]
      ?.replace('我镇高度重视，', '我镇高度重视，不收航回')
      .replace('经核实，', '经核实，再摆成')
      .replace('3日下午，', '3日下午，收摆')
      .replace('船家的', '船家的渡钱'),
    ...body.slice(4),
  ]
  const found = extract([headline, ...strewn].join('\n'))
  t.equal(found.headline?.text, headline)
  const pieces = found.spam.filter(({ kind }) => kind === 'title_fragment').map(({ text }) => text)
  t.ok(pieces.length >= 11, pieces.join())
  t.ok(pieces.includes('不收航回'))
  // What clauses of the article open with is no piece.
  t.notOk(pieces.includes('我镇'))
  t.same(
    found.paragraphs.slice(1, 3).map(({ text }) => text),
    body.slice(1, 3),
  )
})
