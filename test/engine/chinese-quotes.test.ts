import t from 'tap'
import { extract } from '../../src/engine/extract.ts'
import { JIANCE, MATOU, quotes, quotesAre, said } from './quoted.ts'

t.test('Chinese: the surname of a family is the one who was named first; a new paragraph is about whom it opens with', async (t) => {
  const found = quotes(
    '钢琴家奥托·林德与女儿玛雅·林德住在河边。林德说，桥上的风声像低音。玛雅说，父亲每天都去桥上。',
    '村民史桂枝坐在桥头。“没有桥，我们去镇上要绕半天。”\n',
  )
  t.same(found, [
    'indirect: 桥上的风声像低音 — 林德 → 奥托·林德, 钢琴家',
    'indirect: 父亲每天都去桥上 — 玛雅 → 玛雅·林德, 女儿',
    'direct: 没有桥，我们去镇上要绕半天。 — 史桂枝, 村民',
  ])
})

t.test('Chinese: who speaks and where a report ends', async (t) => {
  const all: [string, string, string[]][] = [
    [
      'when and where something was said stand behind it',
      '“我只是个修船的，不是你们的招牌！”昨天上午，在临江法院第二法庭，原告小薛情绪激动地说。',
      ['direct: 我只是个修船的，不是你们的招牌！ — 小薛, 原告'],
    ],
    [
      'behind a semicolon somebody else is spoken of',
      '县议员何彦廷批评，镇里每次都用拖字诀，“拖到塌了就不用修”；县议员廖美惠则主张尊重产权，她直言，保护不能只靠口号。',
      [
        'indirect: 镇里每次都用拖字诀，“拖到塌了就不用修” — 何彦廷, 县议员',
        'partial: 拖到塌了就不用修 — 何彦廷, 县议员',
        'indirect: 尊重产权 — 廖美惠, 县议员',
        'indirect: 保护不能只靠口号 — 她 → 廖美惠, 县议员',
      ],
    ],
    [
      'one utterance ends and another speaker begins',
      '有网友吐槽：“工资没涨，船票先涨了。”在镇上做会计的周敏告诉记者，她已经改坐公交。',
      ['direct: 工资没涨，船票先涨了。 — 网友', 'indirect: 她已经改坐公交 — 周敏'],
    ],
    [
      'the one who is judged has not spoken',
      '市港务局局长韩佩玲评价邵铁军“守住了底线”。她透露，码头年底前修好。',
      ['partial: 守住了底线 — 韩佩玲, 市港务局局长', 'indirect: 码头年底前修好 — 她 → 韩佩玲, 市港务局局长'],
    ],
    [
      'an institute whose name has an “and”',
      '国家航运与船舶实验室特聘研究员任涛提醒，船主应定期检修。',
      ['indirect: 船主应定期检修 — 任涛, 国家航运与船舶实验室特聘研究员'],
    ],
    [
      'a name that the dictionary lacks',
      '招联航运首席研究员董希淼表示，运价还会上涨。',
      ['indirect: 运价还会上涨 — 董希淼, 招联航运首席研究员'],
    ],
    [
      'somebody told by somebody else',
      '落水男子的妻子哭着说：“没有你，这个家就散了。”',
      ['direct: 没有你，这个家就散了。 — 落水男子的妻子'],
    ],
    ['a nickname', '船队所在码头的队长阿强说，小丁平时话不多。', ['indirect: 小丁平时话不多 — 阿强, 队长']],
    [
      'somebody nothing else is known of, with where he speaks',
      '一名救援队员在电话里说，桥墩下还有人。其中一位师傅估计，天亮前能通。',
      ['indirect: 桥墩下还有人 — 一名救援队员', 'indirect: 天亮前能通 — 一位师傅'],
    ],
    [
      'where somebody works does not speak for him',
      '另一名船东、曾在银行工作的季女士则认为，问题出在油价上。',
      ['indirect: 问题出在油价上 — 季女士'],
    ],
    [
      'how somebody speaks stands before the verb',
      '来自高树乡的蜜枣农潘正雄哽咽表示，码头的仓库全淹了。',
      ['indirect: 码头的仓库全淹了 — 潘正雄, 蜜枣农'],
    ],
    [
      'a surname with an office is who was named in full',
      '县港务局局长冯立群介绍，工程分三期进行。冯局长怒斥道，谁也不许拖。',
      ['indirect: 工程分三期进行 — 冯立群, 县港务局局长', 'indirect: 谁也不许拖 — 冯局长 → 冯立群, 县港务局局长'],
    ],
    [
      'a bare role is the one who has it',
      '警員盧志輝說，案發時天色已暗。被告何景棠沒有作聲。被告其後出庭自辯。他供稱，當晚只喝了兩罐啤酒。',
      ['indirect: 案發時天色已暗 — 盧志輝, 警員', 'indirect: 當晚只喝了兩罐啤酒 — 他 → 何景棠, 被告'],
    ],
    [
      'an answer behind a question in marks',
      '大律師沈慧儀追問：「你有沒有叫他站開？」警員盧志輝答稱不記得。',
      ['direct: 你有沒有叫他站開？ — 沈慧儀, 大律師', 'indirect: 不記得 — 盧志輝, 警員'],
    ],
    [
      'what a colon announced is not of who stands behind it',
      '船屋的男主人直摇头：“桥有什么好拍的？”摄影师韩东回忆，头两个月几乎没开机。',
      ['direct: 桥有什么好拍的？ — 男主人', 'indirect: 头两个月几乎没开机 — 韩东, 摄影师'],
    ],
    [
      'a criticism goes on in its words',
      '县议员苏怡安上午召开记者会，痛批现行补助门槛过高，“船主淹水淹到膝盖都不能报”。',
      ['indirect: 现行补助门槛过高，“船主淹水淹到膝盖都不能报” — 苏怡安, 县议员', 'partial: 船主淹水淹到膝盖都不能报 — 苏怡安, 县议员'],
    ],
    [
      'a country is no person, and whom it accuses does not speak',
      '塔尔维亚外交部同日发表声明，指责邻国奥伦“蓄意拦截商船”。奥伦国防部发言人伊戈尔·萨文称，船只越界在先。',
      ['partial: 蓄意拦截商船 — 塔尔维亚外交部', 'indirect: 船只越界在先 — 伊戈尔·萨文, 奥伦国防部发言人'],
    ],
    [
      'the scene stands before who has spoken',
      '“签合同的时候说好的，全变了。”站在关了门的船坞前，船东冯桂兰越说越气。',
      ['direct: 签合同的时候说好的，全变了。 — 冯桂兰, 船东'],
    ],
    [
      'a name in two parts of which the dictionary knows little',
      '国际航运组织总干事卡尔斯滕·莫雷2日说，航道安全。清岸船舶管理有限公司表示，船期照旧。',
      ['indirect: 航道安全 — 卡尔斯滕·莫雷, 国际航运组织总干事', 'indirect: 船期照旧 — 清岸船舶管理有限公司'],
    ],
    [
      'a firm by its number at the exchange',
      '10月28日晚间，恒岳海运（002988）披露三季报。次日，恒岳海运董事会秘书单文倩表示，运价已经见底。',
      ['indirect: 运价已经见底 — 单文倩, 恒岳海运董事会秘书'],
    ],
    [
      'one says one thing, another one another',
      '论坛里，有股民哀叹“又站岗了”，也有人认为利空出尽。',
      ['partial: 又站岗了 — 股民', 'indirect: 利空出尽 — 有人'],
    ],
    ['a table of figures by its owner', '据同花轩数据，当日有四十艘船进港。', ['indirect: 当日有四十艘船进港 — 同花轩']],
    [
      'comments in marks are no clause',
      '網友紛紛留言「這才是真正的船長」、「公司應該幫他加薪」。',
      ['partial: 這才是真正的船長 — 網友', 'partial: 公司應該幫他加薪 — 網友'],
    ],
    [
      'an appeal at the end of a sentence is none without its words',
      '航運公司強調，舷梯上月才通過檢查，並加派人員在出入口提醒。',
      ['indirect: 舷梯上月才通過檢查，並加派人員在出入口提醒 — 航運公司'],
    ],
    [
      'words that a comma adds',
      '小提琴家玛雅·林德在社交平台上证实了这一消息，“父亲走得很安静，窗外正好有船”。',
      ['partial: 父亲走得很安静，窗外正好有船 — 玛雅·林德, 小提琴家'],
    ],
    ['an occasion is no question', '县港务局副局长栾志远答记者问。', []],
    [
      'a calling that no lexicon has, and a given name alone',
      '首席潜航员辛鹏飞告诉记者，船明年再去。他的媳妇翠莲在旁边听着，翠莲抢过话头：“你去年也这么说！”',
      ['indirect: 船明年再去 — 辛鹏飞, 首席潜航员', 'direct: 你去年也这么说！ — 翠莲, 媳妇'],
    ],
    [
      'a dateline in brackets speaks not, and an answer to a question is an answer',
      '【晨報專訊】地政總署昨宣布，碼頭用地流標。港務局發言人回應查詢時說，不會賤賣土地。',
      ['indirect: 碼頭用地流標 — 地政總署', 'indirect: 不會賤賣土地 — 港務局發言人'],
    ],
    [
      'whom somebody asks about does not speak, whatever the pronoun',
      '航运大臣秘书艾莉森·格兰特证实，大臣邓肯周四到港。当被问及大臣邓肯是否让步时，她拒绝回答，只说“周四见分晓”。',
      ['indirect: 大臣邓肯周四到港 — 艾莉森·格兰特, 航运大臣秘书', 'partial: 周四见分晓 — 她 → 艾莉森·格兰特, 航运大臣秘书'],
    ],
    [
      'somebody of an institute whose name stands in marks',
      '美国智库“海运政策研究所”高级研究员彼得·霍金斯认为，罢工会结束。',
      ['indirect: 罢工会结束 — 彼得·霍金斯, 美国智库“海运政策研究所”高级研究员'],
    ],
    [
      'an office right before a name is where its bearer belongs',
      '该院护士长鄢梅建议，船员应接种疫苗。',
      ['indirect: 船员应接种疫苗 — 鄢梅, 该院护士长'],
    ],
    ['who brings people together tells nothing', '船员卫东升经朋友介绍到码头工作，没有签合同。', []],
    [
      'people that no lexicon has, behind 有',
      '有街坊指出，码头影响有限。一名家长当场站起来反问：“要是没有人拍视频，你们会来吗？”',
      ['indirect: 码头影响有限 — 街坊', 'direct: 要是没有人拍视频，你们会来吗？ — 一名家长'],
    ],
    [
      'what is put on a site is of who put it',
      '飞鹰队长、国脚石磊没有接受采访，仅在社交媒体上发了一句“对不起”。',
      ['partial: 对不起 — 石磊, 国脚'],
    ],
    [
      'a name in marks behind what its bearer is',
      '嘉宾之一的饶舌歌手“阿Pia”表示，船上的舞台太小。',
      ['indirect: 船上的舞台太小 — 阿Pia, 饶舌歌手'],
    ],
    [
      'a meeting demands, a catchword that is turned down is no quote',
      '会议要求，港口要建立台账，做到“件件有着落、事事有回音”。航运局局长冷宗海强调，不搞“一刀切”停航。',
      [
        'indirect: 港口要建立台账，做到“件件有着落、事事有回音” — 会议',
        'partial: 件件有着落、事事有回音 — 会议',
        'indirect: 不搞“一刀切”停航 — 冷宗海, 航运局局长',
      ],
    ],
    [
      'whoever tells of himself speaks too, and the title of a work names nobody',
      '她常背《滕王阁序》。我说：“罗老师，今天阴天。”',
      ['direct: 罗老师，今天阴天。 — 我'],
    ],
    [
      'a department, and a name with a Chinese surname behind the dot',
      '海运大学后勤保障部发布公告称，码头停用。首席经济学家菲利普·陈表示，影响有限。',
      ['indirect: 码头停用 — 海运大学后勤保障部', 'indirect: 影响有限 — 菲利普·陈, 首席经济学家'],
    ],
    [
      'whom a sentence introduces, whom one acts on, and who is asked',
      '报案的是女船员廖某。她说，母亲也在船上。船长方怀瑾站在桥上。医生劝他休息，他摆摆手，说“就差两页了”。记者问廖某怕不怕，她答：“怕过。”',
      [
        'indirect: 母亲也在船上 — 她 → 廖某, 女船员',
        'partial: 就差两页了 — 他 → 方怀瑾, 船长',
        'indirect: 廖某怕不怕 — 记者',
        'direct: 怕过。 — 她 → 廖某, 女船员',
      ],
    ],
    [
      'what words stand on has not spoken, and who hears has not either',
      '“喂，是派出所吗？”凌晨三点，值班员苏立波接到一通电话。船舱的墙上写着：“先修船，再出海。”',
      ['direct: 喂，是派出所吗？ — null', 'direct: 先修船，再出海。 — null'],
    ],
    [
      'an office in brackets, an office in two parts, and what a surname is called by',
      '港務局總經理（貨運成效）鄧綺雯回應指，碼頭已加開班次。船廠創始人兼CEO鄒凱說，船期不變。住在碼頭的鍾太表示，等了十小時。',
      [
        'indirect: 碼頭已加開班次 — 鄧綺雯, 港務局總經理（貨運成效）',
        'indirect: 船期不變 — 鄒凱, 船廠創始人兼CEO',
        'indirect: 等了十小時 — 鍾太',
      ],
    ],
    [
      'somebody does no more than speak',
      '县长谭晓东介绍，码头要修。“他们说我是第一批船东。”梁某反复念叨着。',
      ['indirect: 码头要修 — 谭晓东, 县长', 'direct: 他们说我是第一批船东。 — 梁某'],
    ],
    [
      'a name in marks that comes back, and an account',
      '渔业博主“大漠孤烟”在论坛发文，称自己被限流。网友@山有木兮评论：“支持！”随后，“大漠孤烟”说，他会申诉。',
      ['indirect: 自己被限流 — 大漠孤烟, 渔业博主', 'direct: 支持！ — @山有木兮, 网友', 'indirect: 他会申诉 — 大漠孤烟, 渔业博主'],
    ],
    [
      'somebody counted of an office, and what he calls himself',
      '海事法院一名不愿具名的法官向记者透露，案件上升六成。一位自称助理的女士接听后说：“他不方便说话。”',
      ['indirect: 案件上升六成 — 海事法院一名不愿具名的法官', 'direct: 他不方便说话。 — 一位自称助理的女士'],
    ],
    [
      'what is read out speaks itself, and what is not answered is no answer',
      '航运局副局长蒲静宣读了书面材料。答复称，补偿标准合法。船厂总经理屈志恒没有正面回应，只表示“会带回去”。',
      ['indirect: 补偿标准合法 — 答复', 'partial: 会带回去 — 屈志恒, 船厂总经理'],
    ],
    [
      'a feeling is no report',
      '国际航运组织秘书长安娜·林德斯特伦对协议表示欢迎，呼吁各方“一字不差地执行”。',
      [
        'indirect: 各方“一字不差地执行” — 安娜·林德斯特伦, 国际航运组织秘书长',
        'partial: 一字不差地执行 — 安娜·林德斯特伦, 国际航运组织秘书长',
      ],
    ],
    [
      'names whose characters make words, and an office at a paper',
      '民族阵线领导人优素福·马斯里则称，协议公平。总理阿里埃勒·夏隆说，停火有效。《航运周刊》副主编柏青禾认为，条款太少。',
      [
        'indirect: 协议公平 — 优素福·马斯里, 民族阵线领导人',
        'indirect: 停火有效 — 阿里埃勒·夏隆, 总理',
        'indirect: 条款太少 — 柏青禾, 《航运周刊》副主编',
      ],
    ],
    [
      'a father is no 她, and a new paragraph goes on with whom the last one ended',
      '演员潘燕玲很高兴。导演朱亦凡形容她是“船上的味蕾”。\n她的父亲是搬运工。“我妈不用秤，”她回忆道。',
      ['partial: 船上的味蕾 — 朱亦凡, 导演', 'direct: 我妈不用秤， — 她 → 潘燕玲, 演员'],
    ],
    [
      'names of two characters before the given name, and surnames in few names',
      '学金融的钟离雪去年来到船厂，她坦言喘不过气。海运大学教授支宏毅认为，码头有机会。言静波主任说，今晚不下班。',
      ['indirect: 喘不过气 — 她 → 钟离雪', 'indirect: 码头有机会 — 支宏毅, 海运大学教授', 'indirect: 今晚不下班 — 言静波, 主任'],
    ],
    [
      'who acts for an office, or in it, is no part of its name',
      '市长姬长青代表市政府向遇难船员表示沉痛哀悼，“我们没有守住底线，向大家道歉”。首相利萨·瓦尔德内在议会辩护，称港口“不能指望别人”。',
      [
        'partial: 我们没有守住底线，向大家道歉 — 姬长青, 市长',
        'indirect: 港口“不能指望别人” — 利萨·瓦尔德内, 首相',
        'partial: 不能指望别人 — 利萨·瓦尔德内, 首相',
      ],
    ],
    [
      'a country and its paper, a place that is a name, an officer',
      '奥尔纳《每日信使报》指出，航道太窄。外交部发言人米兰·科瓦奇21日说，航道安全。该公司首席医学官敬亭山表示，船员健康。',
      [
        'indirect: 航道太窄 — 奥尔纳《每日信使报》',
        'indirect: 航道安全 — 米兰·科瓦奇, 外交部发言人',
        'indirect: 船员健康 — 敬亭山, 该公司首席医学官',
      ],
    ],
    ['who asks whom is the writer', '问他紧不紧张，这个年轻人摇了摇头，又点了点头。', []],
    [
      'who spoke goes on, whomever he spoke of; what he does then is no report',
      '中国驻北海使团发言人发表声明，批评北方“拦截船只”，并称将采取措施。一名大学生对她说“姐，我知道你是好人”，然后挂断电话，转走了钱。',
      [
        'partial: 拦截船只 — 中国驻北海使团发言人',
        'indirect: 将采取措施 — 中国驻北海使团发言人',
        'partial: 姐，我知道你是好人 — 一名大学生',
      ],
    ],
    [
      'somebody of an office right behind it, a rumour, and who writes is no 他',
      '该局市场监管科工作人员回应称，没有强制规定。有消息称，会议将讨论停航。记者离开时，门卫老孟正在扫地。“我是看门的，”他苦笑着说。',
      ['indirect: 没有强制规定 — 该局市场监管科工作人员', 'indirect: 会议将讨论停航 — 消息', 'direct: 我是看门的， — 他 → 老孟, 门卫'],
    ],
    [
      'whose words a report cites, and what an occasion is',
      '海警指出，船长贺文浩一度称“只喝了姜母鸭”。总部位于北港的特纳航运银行宣布，裁减八百人。消息公布后，股价上涨。',
      ['indirect: 船长贺文浩一度称“只喝了姜母鸭” — 海警', 'partial: 只喝了姜母鸭 — 贺文浩, 船长', 'indirect: 裁减八百人 — 特纳航运银行'],
    ],
    [
      'what somebody is told, and a Tibetan name',
      '护士叮嘱她：不要下水，保持温暖。登山队教练达瓦次仁说，船很稳。',
      ['indirect: 不要下水，保持温暖 — 护士', 'indirect: 船很稳 — 达瓦次仁, 登山队教练'],
    ],
    [
      'a place in the office of somebody, and what is written in something',
      '克利夫兰联储主席玛格丽特·陈则很谨慎。她说，船要慢开。船员的日记里写道：“海是静的。”',
      ['indirect: 船要慢开 — 她 → 玛格丽特·陈, 克利夫兰联储主席', 'direct: 海是静的。 — 日记'],
    ],
    ['an answer to the press', '县港务局工作人员回应记者称，已对涉事码头立案调查。', ['indirect: 已对涉事码头立案调查 — 县港务局工作人员']],
  ]
  for (const [name, line, expected] of all) t.same(quotes(line), expected, name)
})

t.test('Chinese: what is denied is not said, countries speak by one character, terms are no quotes', async (t) => {
  t.same(said(MATOU, '镇政府未透露具体金额，工程师周远也没有说明原因。', JIANCE), [])
  t.same(said(MATOU, '俄称将继续谈判，美表示欢迎这一决定。', JIANCE), [
    'indirect “将继续谈判” of 俄 by 称',
    'indirect “欢迎这一决定” of 美 by 表示',
  ])
  t.same(
    said(MATOU, '所谓“百年码头”的说法并不可信，有关“码头将被拆除”的传言也没有根据，电影《长堤》和“清水行动”都在这里开机。', JIANCE),
    [],
  )
  t.same(said(MATOU, '工程师周远走上码头，“这里的每一块木板我都换过。”', JIANCE), ['direct “这里的每一块木板我都换过。” of 周远 by no cue'])
  t.same(said(MATOU, '周远认为码头“撑得住”，但费用“不是小数目”。', JIANCE).slice(1), [
    'partial “撑得住” of 周远 by 认为',
    'partial “不是小数目” of 周远 by 认为',
  ])
})

t.test('Chinese: answers, judgements, voices and habits', async (t) => {
  t.same(
    said(MATOU, '有村民追问费用从哪里来，厂长农向东的回答是：“亏得起，也等得起。”', JIANCE).at(-1),
    'direct “亏得起，也等得起。” of 农向东 by 回答是',
  )
  t.same(said(MATOU, '工程师周远在会上发言时，痛斥镇政府“冷漠到极点”。', JIANCE), ['partial “冷漠到极点” of 周远 by 痛斥'])
  t.same(said(MATOU, '工程师周远赶到时，楼道里传来一声惊呼：“快跑，要塌了！”', JIANCE), ['direct “快跑，要塌了！” of nobody by no cue'])
  t.same(said(MATOU, '有家长向媒体反映，码头已经关闭两年。', JIANCE), ['indirect “码头已经关闭两年” of 家长 by 反映'])
  t.same(said(MATOU, '工程师周远21日回应本报称，码头将重新开放。', JIANCE), ['indirect “码头将重新开放” of 周远 by 回应'])
  t.same(said(MATOU, '厂长计铁生不想关门。', '“关容易，”厂长计铁生看着墙上的照片，“再开就难了。”', JIANCE), [
    'direct “关容易，” of 计铁生 by no cue',
    'direct “再开就难了。” of 计铁生 by no cue',
  ])
  t.same(said(MATOU, '“好，”工程师周远说，“明天动工。”', JIANCE), ['direct “好，” of 周远 by 说', 'direct “明天动工。” of 周远 by 说'])
  t.same(said(MATOU, '工程师周远说，码头二十年没有修过，镇政府每年都说要修。', JIANCE), [
    'indirect “码头二十年没有修过，镇政府每年都说要修” of 周远 by 说',
  ])
  t.same(said(MATOU, '11月3日晚，中岩重工（股票代码：6003XX）发布公告称，码头由该公司修建。', JIANCE), [
    'indirect “码头由该公司修建” of 中岩重工 by 发布公告称',
  ])
})

t.test('Chinese: reports end where somebody else does not answer; offices, hearers and manners', async (t) => {
  const expected: Record<string, string[]> = {
    '镇长林海生称施工队“拖了半年”，项目经理毕可拒绝回应。': [
      'indirect: 施工队“拖了半年” — 林海生, 镇长',
      'partial: 拖了半年 — 林海生, 镇长',
    ],
    '县文物局去年提议把老桥列为古迹，村民赵桂兰婉拒了。': ['indirect: 把老桥列为古迹 — 县文物局'],
    '县交通局发言人被问到是否担心工期时说，一切“照计划走”。': [
      'indirect: 一切“照计划走” — 县交通局发言人',
      'partial: 照计划走 — 县交通局发言人',
    ],
    '镇长林海生表示，桥会修好。有分析指出，资金仍有缺口。': ['indirect: 桥会修好 — 林海生, 镇长', 'indirect: 资金仍有缺口 — 分析'],
    '工程师方志远说得更直白：“没有钱，就没有桥。”': ['direct: 没有钱，就没有桥。 — 方志远, 工程师'],
    '记者问他，桥墩能不能保住。': ['indirect: 桥墩能不能保住 — 记者'],
    '该局公共交通科一名工作人员回应，正在研究绕行方案。': ['indirect: 正在研究绕行方案 — 该局公共交通科一名工作人员'],
    '松岭师范学院副教授蓝小满建议，桥名应征求居民意见。': ['indirect: 桥名应征求居民意见 — 蓝小满, 松岭师范学院副教授'],
    '策展人小野真纪形容老桥“像睡着的龙”。': ['partial: 像睡着的龙 — 小野真纪, 策展人'],
    '店主佐藤健太郎说，桥封了以后没有客人。': ['indirect: 桥封了以后没有客人 — 佐藤健太郎, 店主'],
    '桥匠赖允文的父亲赖火旺在世时常说：“泥不骗人。”赖允文二十岁离家。他说，现在明白了。': [
      'direct: 泥不骗人。 — 赖火旺, 父亲',
      'indirect: 现在明白了 — 他 → 赖允文',
    ],
  }
  quotesAre(t, expected)
})

t.test('Chinese: kin by their owner, names with grammar in them, who says so behind the words, bare words for somebody', async (t) => {
  const expected: Record<string, string[]> = {
    '骑手聂大川救了人。聂大川的妻子在老家带孩子。她说，看到视频就哭了。': ['indirect: 看到视频就哭了 — 她 → 聂大川的妻子'],
    '医生蔚青的女儿劝她别太执著，她却摇头说，这件事不是为了钱。': ['indirect: 这件事不是为了钱 — 她 → 蔚青, 医生'],
    '中屿证券在研报中称，拐点已现；瑞和国际则提醒投资者注意，费用率仍高于同行。': [
      'indirect: 拐点已现 — 中屿证券',
      'indirect: 费用率仍高于同行 — 瑞和国际',
    ],
    '原告柏某不同意。审判长祝明提出分开抚养的方案，被柏某一口回绝。“它不是行李。”她说。': ['direct: 它不是行李。 — 她 → 柏某, 原告'],
    '郎某走出法庭时对记者说：“就想要个念想。”': ['direct: 就想要个念想。 — 郎某'],
    '代理律师漆雕萍则认为，法律没有想到。': ['indirect: 法律没有想到 — 漆雕萍, 代理律师'],
    '卡兰国总统发文祝贺，称这是“全国最好的晚上”。': ['indirect: 这是“全国最好的晚上” — 卡兰国总统', 'partial: 全国最好的晚上 — 卡兰国总统'],
    '东道主队中场核心莫雷诺表示尊重对手。': ['indirect: 尊重对手 — 莫雷诺'],
    '“换别人来踢也一样会紧张。”主帅林德说，球队会“昂着头回家”。': [
      'direct: 换别人来踢也一样会紧张。 — 林德, 主帅',
      'indirect: 球队会“昂着头回家” — 林德, 主帅',
      'partial: 昂着头回家 — 林德, 主帅',
    ],
    '剩下的是守岛的民警、电工和医生。村支书于海潮敲到阮阿婆家时，阿婆死活不肯开。她隔着门说，自己不怕台风。': [
      'indirect: 自己不怕台风 — 她 → 阮阿婆',
    ],
    '家长郦先生担心，孩子会懒得动脑。“我儿子连请假条都要问它。”另一位家长则认为，早学总比晚学好。': [
      'indirect: 孩子会懒得动脑 — 郦先生, 家长',
      'direct: 我儿子连请假条都要问它。 — 郦先生, 家长',
      'indirect: 早学总比晚学好 — 另一位家长',
    ],
    '“等到开学，他把我拉黑了。”大二学生符晓宇掰着手指算，一共等了四十天。': ['direct: 等到开学，他把我拉黑了。 — 符晓宇, 学生'],
    '“问题是谁能证明。”研究生厍梦竹主动联系了他。厍梦竹建议，申请仲裁。': [
      'direct: 问题是谁能证明。 — 厍梦竹, 研究生',
      'indirect: 申请仲裁 — 厍梦竹, 研究生',
    ],
    '结果公布以后，老桥一度封闭。': [],
    '县长鲁平在2日，即美代表团来访当日，向记者发出邀请，以“亲眼确认桥已修好”。': ['partial: 亲眼确认桥已修好 — 鲁平, 县长'],
    '村民老佘坦言以前不会修桥。': ['indirect: 以前不会修桥 — 老佘, 村民'],
    '审计报告指出，造价超出预算一成。': ['indirect: 造价超出预算一成 — 审计报告'],
    '恒驰电池回应本报询问时称，目前没有计划。': ['indirect: 目前没有计划 — 恒驰电池'],
    '工会联合会批评说，这太晚了。该联合会还说，许多人关了暖气。': [
      'indirect: 这太晚了 — 工会联合会',
      'indirect: 许多人关了暖气 — 该联合会 → 工会联合会',
    ],
    '选务单位提醒，投票时间为上午八时。': ['indirect: 投票时间为上午八时 — 选务单位'],
    '民意研究会昨日公布最新调查，老桥的支持度为四成。': ['indirect: 老桥的支持度为四成 — 民意研究会'],
    '施工单位铁建三局通报称，塌方长度约四十米。': ['indirect: 塌方长度约四十米 — 施工单位铁建三局'],
    '村民赵桂兰不满。住建局回应称，月底前完工。': ['indirect: 月底前完工 — 住建局'],
    '当局预计，全部落成以后，过河的时间可以缩短。': ['indirect: 全部落成以后，过河的时间可以缩短 — 当局'],
    '征求意见稿提出，老桥必须限重。根据征求意见稿，最高可罚一万元。': [
      'indirect: 老桥必须限重 — 征求意见稿',
      'indirect: 最高可罚一万元 — 征求意见稿',
    ],
    '据报道，县政府宣布推迟修桥。': ['indirect: 推迟修桥 — 县政府'],
    '有人劝他改用机器，石匠罗汉成摇头说，机器凿的石头没有脾气。': ['indirect: 机器凿的石头没有脾气 — 罗汉成, 石匠'],
    '江城市住房和城乡建设局数据显示，成交面积回升。': ['indirect: 成交面积回升 — 江城市住房和城乡建设局'],
    '县中医院治未病科主任戎百草提醒，进补要因人而异。': ['indirect: 进补要因人而异 — 戎百草, 病科主任'],
    '副主任医师干凌云表示，并无依据。': ['indirect: 并无依据 — 干凌云, 副主任医师'],
    '医生边写边说，要多休息。': ['indirect: 要多休息 — 医生'],
    '参与行动的缉私警察车骁回忆，里面全是纸箱。': ['indirect: 里面全是纸箱 — 车骁, 缉私警察'],
    '副教授毛以恒提醒，样本都很年轻。': ['indirect: 样本都很年轻 — 毛以恒, 副教授'],
    '分析师曲同预计，明年出货更多。': ['indirect: 明年出货更多 — 曲同, 分析师'],
    '上海的一位古文字专家会后对本报记者说，证据不足。': ['indirect: 证据不足 — 一位古文字专家'],
    '焊工桑万年站上讲台。“方法是土的，结论是硬的。”教授游国钧在点评时这样评价。': ['direct: 方法是土的，结论是硬的。 — 游国钧, 教授'],
    '研究员水木建议他把书交出来，焊工桑万年拒绝了，理由是“书出了门，字就死了”。': [
      'indirect: 把书交出来 — 研究员',
      'partial: 书出了门，字就死了 — 桑万年, 焊工',
    ],
    '住户申玉兰指着站牌。说到这里，老人叹了口气：“总不能天天麻烦孩子。”': ['direct: 总不能天天麻烦孩子。 — 老人 → 申玉兰, 住户'],
    '村里的人都说是旧书。焊工桑万年不信。“看日子的书，怎么会画着船？”他一页一页描下来。': [
      'direct: 看日子的书，怎么会画着船？ — 他 → 桑万年, 焊工',
    ],
  }
  quotesAre(t, expected)
})

t.test('Chinese: newspapers that report, countries that no dictionary has, names with grammar or marks in or beside them', async (t) => {
  quotesAre(t, {
    '《河东纪事报》援引两名参与修桥的工程师的话报道，桥墩共十一座。': ['indirect: 桥墩共十一座 — 两名参与修桥的工程师 via 《河东纪事报》'],
    '镇长林海生走了。报道称，两人的分歧由来已久。': ['indirect: 两人的分歧由来已久 — 报道'],
    '镇长罗以庭今天松口，新桥最快要到明年通车。罗以庭说明，桥墩下有孤石。': [
      'indirect: 新桥最快要到明年通车 — 罗以庭, 镇长',
      'indirect: 桥墩下有孤石 — 罗以庭, 镇长',
    ],
    '渡轮的下一站是邻国维斯塔。维斯塔外长警告说，航线可能中断。': ['indirect: 航线可能中断 — 维斯塔外长'],
    '卡伦尼亚总统府发言人伊万·塔拉索夫随后发表声明，否认了有关总统已经辞职的报道，称这类消息“纯属捏造”。': [
      'indirect: 这类消息“纯属捏造” — 伊万·塔拉索夫, 卡伦尼亚总统府发言人',
      'partial: 纯属捏造 — 伊万·塔拉索夫, 卡伦尼亚总统府发言人',
    ],
    '民调机构“罗盘”负责人丁远认为，选情胶着。': ['indirect: 选情胶着 — 丁远, 民调机构“罗盘”负责人'],
    '一家名为“绿枢”的公司宣称，新桥不会生锈。': ['indirect: 新桥不会生锈 — 公司 → 绿枢'],
    '记者查询发现，桥头的告示写错了日期。': [],
  })
})

t.test('Chinese: what is announced and what is none, and where a report ends', async (t) => {
  quotesAre(t, {
    '配送站则主张，小邹当时已经下班。': ['indirect: 小邹当时已经下班 — 配送站'],
    '另一位家长则忧虑，孩子会不会从此不敢过桥。': ['indirect: 孩子会不会从此不敢过桥 — 另一位家长'],
    '镇议员丁启航要求镇政府一周内公布检测报告全文。': [],
    '统计局将于下周公布主要经济指标。': [],
    '守桥队公布了一段据称当天拍摄的视频。': [],
    '镇长林海生强调安全没有折扣，也向居民致歉。': ['indirect: 安全没有折扣 — 林海生, 镇长'],
    '有粉丝留言“知错能改”，也有人不买账：“早干嘛去了？”': ['partial: 知错能改 — 粉丝', 'direct: 早干嘛去了？ — 有人'],
    '教授诸葛青走上新桥。他援引一项研究说，木桥更耐用。': ['indirect: 木桥更耐用 — 他 → 诸葛青, 教授'],
    '守桥人卫长河走了。儿子卫东至今记得父亲常挂在嘴边的一句话：“桥在，人就在。”': ['direct: 桥在，人就在。 — 父亲'],
    '局长卫长河告诉镇长，桥该修了。儿子卫东很难过。大家都喜欢老卫。“灯黄了要换。”这是老卫留给他的最后一句话。': [
      'indirect: 桥该修了 — 卫长河, 局长',
      'direct: 灯黄了要换。 — 老卫 → 卫长河, 局长',
    ],
    '八十二岁的覃阿婆每天来看桥。“有一回下大雪，就我一个人来看，”老人抹了抹眼角，“他照样守着。”': [
      'direct: 有一回下大雪，就我一个人来看， — 覃阿婆',
      'direct: 他照样守着。 — 老人 → 覃阿婆',
    ],
    '记者问六年级的陶小满：喜不喜欢这座新修的桥？她想了想，回答：“喜欢。”': [
      'indirect: 喜不喜欢这座新修的桥 — 记者',
      'direct: 喜欢。 — 她 → 陶小满',
    ],
  })
})

t.test('Chinese: 指 with a comma, who is said to be, whoever stands behind words in marks, and another word that announces', async (t) => {
  quotesAre(t, {
    '議員簡兆倫指，橋欄去年壞了四十二處。': ['indirect: 橋欄去年壞了四十二處 — 簡兆倫, 議員'],
    '副局長區卓然回應時表示，會參考意見。': ['indirect: 會參考意見 — 區卓然, 副局長'],
    '会长莫家荣未有正面回应，只称“要看细节”。': ['partial: 要看细节 — 莫家荣, 会长'],
    '镇长林海生走了。截至记者发稿时，已有六个地市宣布提前封桥。': ['indirect: 提前封桥 — 六个地市'],
    '有居民抱怨缴费不便。“桥头排队两小时。”一位女士在微博上吐槽。': ['indirect: 缴费不便 — 居民', 'direct: 桥头排队两小时。 — 一位女士'],
    '工会主席何塞·路易斯·贝坦科尔特说，罢工会继续。': ['indirect: 罢工会继续 — 何塞·路易斯·贝坦科尔特, 工会主席'],
    '总统哈利勒·卡里姆说，桥会修好。': ['indirect: 桥会修好 — 哈利勒·卡里姆, 总统'],
    '巴雷多总统露西亚·费雷拉来了。她的里奥布兰科同行埃米利奥·萨拉萨尔则表示，桥会修好。': ['indirect: 桥会修好 — 埃米利奥·萨拉萨尔'],
    '渔民老佩德罗没有看通车仪式。他说：“鱼要是回来了，我就信。”': ['direct: 鱼要是回来了，我就信。 — 他 → 佩德罗, 渔民'],
    '网友@秋刀鱼过期了 爆料称，桥栏坏了四处。': ['indirect: 桥栏坏了四处 — @秋刀鱼过期了, 网友'],
    '机构“星阔文化”表示，视频没有作假。': ['indirect: 视频没有作假 — 星阔文化'],
    '农业博主“老卜说地”发文痛批：“这叫加工？”': ['direct: 这叫加工？ — 老卜说地, 农业博主'],
    '镇长林海生的这一解释并未平息质疑。': [],
    '法国前首相马克·吕特说，桥该修了。北约秘书长吕特说，桥不该修。': [
      'indirect: 桥该修了 — 马克·吕特, 法国前首相',
      'indirect: 桥不该修 — 吕特 → 马克·吕特, 法国前首相',
    ],
    '局长王高明说，桥该修了。教授高明说，桥不该修。': ['indirect: 桥该修了 — 王高明, 局长', 'indirect: 桥不该修 — 高明, 教授'],
    '九岁的小姑娘岑小雨来看桥。小雨问：“明天还开吗？”': ['direct: 明天还开吗？ — 小雨 → 岑小雨, 小姑娘'],
    '学生丘晓彤觉得，桥栏太低。': ['indirect: 桥栏太低 — 丘晓彤, 学生'],
    '救援队队长步卫国带着队员上桥。步卫国强调，过桥要带灯。': ['indirect: 过桥要带灯 — 步卫国, 救援队队长'],
  })
})

t.test('Chinese: two who speak together, offices and callings, whom a report cites, who answers', async (t) => {
  quotesAre(t, {
    '他解释，渗流量有过波动，但当时的专家组研判认为，那与连日降雨有关。': [
      'indirect: 渗流量有过波动 — null',
      'indirect: 那与连日降雨有关 — 专家组',
    ],
    '古阿婆不说话。她的儿媳小燕在一旁补充说，村里只通知带身份证和药。': ['indirect: 村里只通知带身份证和药 — 小燕, 儿媳'],
    '他的同乡老季悄悄告诉记者，于小满第四天就偷偷出院了。': ['indirect: 于小满第四天就偷偷出院了 — 老季, 同乡'],
    '芯片厂商鲸屿科技与竞争对手蓝脊半导体周三联合宣布，双方已经和解。': ['indirect: 双方已经和解 — 芯片厂商鲸屿科技与竞争对手蓝脊半导体'],
    '贺兰欣和丈夫都说，孩子没事。': ['indirect: 孩子没事 — 贺兰欣和丈夫'],
    '张卫国与李长河会面时表示，方案已定。': ['indirect: 方案已定 — 张卫国'],
    '蓝脊半导体一位不愿具名的高管证实，那顿饭吃了五个小时。': ['indirect: 那顿饭吃了五个小时 — 蓝脊半导体一位不愿具名的高管'],
    '现场视频显示，岸边有市民大喊“别过去，冰要裂了”。': [
      'indirect: 岸边有市民大喊“别过去，冰要裂了” — 现场视频',
      'partial: 别过去，冰要裂了 — 市民',
    ],
    '“孩子们三天没吃过热饭了。”在德尔瓦主持救助站的修女玛尔塔通过卫星电话告诉本社记者。': [
      'direct: 孩子们三天没吃过热饭了。 — 玛尔塔, 修女',
    ],
    '“高地阵线”随后发表声明予以否认，反称学校早被军方征用。': ['indirect: 学校早被军方征用 — 高地阵线'],
    '塔拉姆政府与“高地阵线”互相指责对方率先开火。': ['indirect: 对方率先开火 — 塔拉姆政府与“高地阵线”'],
    '“高地阵线”3日称，学校早就关闭。': ['indirect: 学校早就关闭 — 高地阵线'],
    '法方提议召开紧急会议，遭到俄方反对。': ['indirect: 召开紧急会议 — 法方'],
    '卖鱼三十年的档主霞姐哽咽道：“我个孩子就在这个鱼档长大。”': ['direct: 我个孩子就在这个鱼档长大。 — 霞姐, 档主'],
    '一名仲裁员建议双方公司“不带律师吃一顿饭”。': [
      'indirect: 双方公司“不带律师吃一顿饭” — 一名仲裁员',
      'partial: 不带律师吃一顿饭 — 一名仲裁员',
    ],
    '研究员水其光在信里说，这种文字已经失传。水其光建议把原件送走。': [
      'indirect: 这种文字已经失传 — 水其光, 研究员',
      'indirect: 把原件送走 — 水其光, 研究员',
    ],
  })
  const answers = extract(
    '外卖员冰河救人之后\n外卖员于小满回忆道：“我看见下面有人。”落水的是十二岁的男孩佟佟。\n“要是冰裂了呢？”记者问。\n“裂了就裂了呗，我会水。”他顿了顿，又说，“其实我当时没想。”\n客服最终给他免了罚款。“规矩就是规矩。”他挠着头说。',
  )
  t.same(
    answers.quotes.filter(({ speaker }) => speaker?.text === '他').map(({ speaker }) => speaker?.name),
    ['于小满', '于小满', '于小满'],
    'whoever was asked answers',
  )
})

t.test('Chinese: names cut by words, offices that no lexicon has, answers, posts', async (t) => {
  quotesAre(t, {
    '央行行长伊万·彼得雷斯库在发布会上说，通胀已经见顶。': ['indirect: 通胀已经见顶 — 伊万·彼得雷斯库, 央行行长'],
    '部长简世昌苦笑回应，当时没有料到。': ['indirect: 当时没有料到 — 简世昌, 部长'],
    '中央研究院资讯所研究员杜子昂分析，技术从来不是问题。': ['indirect: 技术从来不是问题 — 杜子昂, 中央研究院资讯所研究员'],
    '台湾数位人权会也在脸书发文，呼吁立即停止试办。': ['indirect: 呼吁立即停止试办 — 台湾数位人权会'],
    '公诉机关认为，翻供没有新证据支持。': ['indirect: 翻供没有新证据支持 — 公诉机关'],
    '店主马承宗不同意。可在马承宗看来，“优先”二字听着好听。': ['indirect: “优先”二字听着好听 — 马承宗, 店主'],
    '留言很多。其中一条写道：“我爷爷在这儿喝了一辈子。”': ['direct: 我爷爷在这儿喝了一辈子。 — null'],
    '涉事公司青喙互动发布情况说明，称公司已第一时间送医。': ['indirect: 公司已第一时间送医 — 涉事公司青喙互动'],
    '现任主教练、瑞典人安娜·林德霍尔姆提醒，不要给孩子太大的压力。': ['indirect: 不要给孩子太大的压力 — 安娜·林德霍尔姆, 现任主教练'],
    '外婆今年七十六了。村里人问她外孙女踢什么位置，她想了想，答：“踢得着球的那个位置。”': [
      'indirect: 她外孙女踢什么位置 — 村里人',
      'direct: 踢得着球的那个位置。 — 她 → 外婆',
    ],
    '反对党“复兴诺瓦”领导人埃琳娜·沃库列斯库说，政府应当认错。': ['indirect: 政府应当认错 — 埃琳娜·沃库列斯库, 反对党“复兴诺瓦”领导人'],
    '麻立群对她的第一印象是“瘦，黑，不服输”。': ['partial: 瘦，黑，不服输 — 麻立群'],
  })
})

t.test(
  'Chinese: names that are words, the other party, papers and platforms by their names, occasions, whoever is complained of',
  async (t) => {
    quotesAre(t, {
      '东屿镇镇长骆向前是第一批上岛的。骆向前说，最难的是摸清人数。': ['indirect: 最难的是摸清人数 — 骆向前, 东屿镇镇长'],
      '医生水云舒一个人接诊了六十多人。水云舒说，麻药用完了。': ['indirect: 麻药用完了 — 水云舒, 医生'],
      '不少岛民反映，撤离通知太晚，“最后一班船都开走了”。': [
        'indirect: 撤离通知太晚，“最后一班船都开走了” — 不少岛民',
        'partial: 最后一班船都开走了 — 不少岛民',
      ],
      '项目负责人、副教授区可盈介绍，灵感来自松果。对于有关忧虑，区可盈回应指，数据已经提交。': [
        'indirect: 灵感来自松果 — 区可盈, 副教授',
        'indirect: 数据已经提交 — 区可盈, 副教授',
      ],
      '主办方星河文化的项目总监翁若彤在接受本报记者采访时解释，规则已经修改。': ['indirect: 规则已经修改 — 翁若彤, 项目总监'],
      '记者咨询该店客服，对方表示，商品假一赔三。': ['indirect: 商品假一赔三 — 对方 → 客服'],
      '平台方“淘乐”回复记者称，商品已经下架。': ['indirect: 商品已经下架 — 淘乐'],
      '当地媒体《南方体育》曾断言，这位老帅“活在上个世纪”。': [
        'indirect: 这位老帅“活在上个世纪” — 媒体 → 南方体育',
        'partial: 活在上个世纪 — 媒体 → 南方体育',
      ],
      '教练贝恩德祝贺了对手。他同时不忘抱怨裁判，认为本方应获得点球。': ['indirect: 本方应获得点球 — 他 → 贝恩德, 教练'],
      '驿丞在日记里写道：“风大，劝其缓行。”': ['direct: 风大，劝其缓行。 — 驿丞'],
      '主播“表姐苏苏”的直播间很热闹。“表姐苏苏”本人则回应，说自己从不卖假货。': ['indirect: 自己从不卖假货 — 表姐苏苏, 主播'],
    })
  },
)

t.test('Chinese: what is joined to a report is told by whoever told it; sides, places of an act, courts and cameras', async (t) => {
  quotesAre(t, {
    '国务院副发言人蒂娜·科尔曼当天对记者说，美方对进展“谨慎乐观”，但强调谈判“还有很长的路要走”。': [
      'indirect: 美方对进展“谨慎乐观” — 蒂娜·科尔曼, 国务院副发言人',
      'partial: 谨慎乐观 — 蒂娜·科尔曼, 国务院副发言人',
      'indirect: 谈判“还有很长的路要走” — 蒂娜·科尔曼, 国务院副发言人',
      'partial: 还有很长的路要走 — 蒂娜·科尔曼, 国务院副发言人',
    ],
    '乌方否认这一指控，称俄方更改了地点。': ['indirect: 俄方更改了地点 — 乌方'],
    '分析师纪少棠指出，公司存货太高。': ['indirect: 公司存货太高 — 纪少棠, 分析师'],
    '供应商代表、顺诚机械负责人萧茂雄表示，货款还没有付。': ['indirect: 货款还没有付 — 萧茂雄, 顺诚机械负责人'],
    '修复室来了新人。其中95后的小骆是学化学的。他坦言，师父的办法太慢。': ['indirect: 师父的办法太慢 — 他 → 小骆'],
    '站长车一鸣说，夜车已经加开。在省会汽车站，务工人员宁大勇拎着行李等了四个小时。“去年堵在路上。”他说。': [
      'indirect: 夜车已经加开 — 车一鸣, 站长',
      'direct: 去年堵在路上。 — 他 → 宁大勇, 务工人员',
    ],
    '监控显示，小雅在走廊停留了11分钟。': ['indirect: 小雅在走廊停留了11分钟 — 监控'],
    '法院审理查明，事发当晚班主任批评了小雅。': ['indirect: 事发当晚班主任批评了小雅 — 法院'],
    '综合外媒2月17日报道，双方达成协议。': ['indirect: 双方达成协议 — 外媒'],
  })
})

t.test('Chinese: titles that end where a name begins, where somebody acts, what calls itself something', async (t) => {
  quotesAre(t, {
    '施工单位项目经理雷震东介绍，目前采用注浆加固的办法，“平时能走十米”。': [
      'indirect: 目前采用注浆加固的办法，“平时能走十米” — 雷震东, 施工单位项目经理',
      'partial: 平时能走十米 — 雷震东, 施工单位项目经理',
    ],
    '春城市住建局总工程师应怀秋回应说，鉴定已经开始。': ['indirect: 鉴定已经开始 — 应怀秋, 春城市住建局总工程师'],
    '在翠湖公园遛弯的网约车司机毕师傅说，晚点通车也好。': ['indirect: 晚点通车也好 — 毕师傅, 网约车司机'],
    '“快食达”发表声明指出，将全力配合新法。': ['indirect: 将全力配合新法 — 快食达'],
    '东阳大学社会系教授蔡沛恩观察，这部法律具有指标意义。': ['indirect: 这部法律具有指标意义 — 蔡沛恩, 东阳大学社会系教授'],
    '一个自称“夜枭”的黑客组织5日宣称对此次攻击负责。': ['indirect: 对此次攻击负责 — 黑客组织'],
    '34岁的教师约娜斯说，她已经卸载了应用。': ['indirect: 她已经卸载了应用 — 约娜斯, 教师'],
    '退休工人巴桂芳带记者看了墙上的裂缝，“塞得进一枚硬币”。': ['partial: 塞得进一枚硬币 — 巴桂芳, 退休工人'],
  })
})

t.test('Chinese: an answer and its verb, a report that is denied, what signs say', async (t) => {
  quotesAre(t, {
    '省市场监管局餐饮处有关负责人回应表示，已注意到相关情况。': ['indirect: 已注意到相关情况 — 省市场监管局餐饮处有关负责人'],
    '欧委会发言人埃里克·桑德斯特伦拒绝证实上述报道，仅表示“工作仍在推进”。': ['partial: 工作仍在推进 — 埃里克·桑德斯特伦, 欧委会发言人'],
    '面馆门口的招牌换成了新的一行字：“续面照旧，卤蛋随缘。”': ['direct: 续面照旧，卤蛋随缘。 — null'],
  })
})

t.test('Chinese: who acts for somebody, words that were told before, offices in marks are terms', async (t) => {
  quotesAre(t, {
    '代表控方的资深大律师祈永昌称，被告获悉「天澜集团」将被私有化。': ['indirect: 被告获悉「天澜集团」将被私有化 — 祈永昌, 资深大律师'],
    '被告庞立勤否认指控。其代表律师庭外回复查询时说，被告充满信心。': ['indirect: 被告充满信心 — 律师'],
    '滕一凡听记者转述这句话时，沉默了很久。“告诉孩子，好好学习。”他说。': ['direct: 告诉孩子，好好学习。 — 他 → 滕一凡'],
    '候选人米里亚姆·奥孔约说，计票有问题。': ['indirect: 计票有问题 — 米里亚姆·奥孔约, 候选人'],
  })
})

t.test('Chinese: a report inside a report ends with its sentence, Japanese names', async (t) => {
  quotesAre(t, {
    '市民谈女士说，老板让她多付了3元，说纸箱用完可以退。“我让人把箱子退回来。”': [
      'indirect: 老板让她多付了3元 — 谈女士, 市民',
      'indirect: 纸箱用完可以退 — 老板',
      'direct: 我让人把箱子退回来。 — 谈女士, 市民',
    ],
    '制铁所所长村濑浩一说，炉子不会说话。': ['indirect: 炉子不会说话 — 村濑浩一, 所长'],
    '东京产业大学教授神谷修认为，政府应当制定计划。': ['indirect: 政府应当制定计划 — 神谷修, 东京产业大学教授'],
  })
})

t.test('Chinese: who is judged, what is asked for, excuses, and reports that end', async (t) => {
  quotesAre(t, {
    '议员冼颖说，拖延并不罕见。她批评镇府的做法过于草率，并呼吁各方保持克制。': [
      'indirect: 拖延并不罕见 — 冼颖, 议员',
      'indirect: 镇府的做法过于草率，并呼吁各方保持克制 — 她 → 冼颖, 议员',
    ],
    '议员冼颖批评了镇府的做法，并呼吁各方保持克制。': ['indirect: 各方保持克制 — 冼颖, 议员'],
    '对于村民提出的限高要求，镇长戚国安说，下月会在桥头立牌。': ['indirect: 下月会在桥头立牌 — 戚国安, 镇长'],
    '镇长戚国安承认，桥面“确实出现了裂缝”，但他拒绝说明原因。': [
      'indirect: 桥面“确实出现了裂缝” — 戚国安, 镇长',
      'partial: 确实出现了裂缝 — 戚国安, 镇长',
    ],
    '施工队的公关人员以“不便回应”为由挂断了电话。': ['partial: 不便回应 — 公关人员'],
    '监理主管晏某向记者道出实情：工期有考核，晚一天就要扣钱。': ['indirect: 工期有考核，晚一天就要扣钱 — 晏某, 监理主管'],
    '镇长戚国安被记者围住追问通车时间，他没有回答。': [],
  })
})

t.test('Chinese: names with grammar in them, who is told behind a mark of enumeration, firms and offices in full', async (t) => {
  quotesAre(t, {
    '她的徒弟、刚入职一年的毛一鸣则开玩笑说，自己只会砸冰。': ['indirect: 自己只会砸冰 — 毛一鸣'],
    '对方主帅田中由美子表示无法接受这样的判罚。': ['indirect: 无法接受这样的判罚 — 田中由美子, 对方主帅'],
    '信托基金固收总监鲍如冰则相对谨慎，在她看来，修桥的钱还不够。': ['indirect: 修桥的钱还不够 — 她 → 鲍如冰, 总监'],
    '涉事的快递公司回应称，桥上不能停车。': ['indirect: 桥上不能停车 — 快递公司'],
    '另一位档口老板坦言，桥一封生意就淡了。': ['indirect: 桥一封生意就淡了 — 另一位档口老板'],
    '七楼业主贝先生反驳，修桥人人受惠。': ['indirect: 修桥人人受惠 — 贝先生, 七楼业主'],
    '总理埃利亚斯·莫罗说，桥会修好。莫罗政府上台才一年。莫罗承认钱不够。': [
      'indirect: 桥会修好 — 埃利亚斯·莫罗, 总理',
      'indirect: 钱不够 — 莫罗 → 埃利亚斯·莫罗, 总理',
    ],
  })
})

t.test('Chinese: who is asked about, who was reached, names in marks ahead of an office, what somebody does meanwhile', async (t) => {
  quotesAre(t, {
    '施工方董事长欧阳乔未正面回应，仅说会“虚心检讨”。': [
      'indirect: 会“虚心检讨” — 欧阳乔, 施工方董事长',
      'partial: 虚心检讨 — 欧阳乔, 施工方董事长',
    ],
    '“八年了，闭着眼睛都会做。”苑小荷一边说，一边擦拭栏杆。': ['direct: 八年了，闭着眼睛都会做。 — 苑小荷'],
    '苑小荷住在桥头。徒弟上个月走了。“不怪他。”提起往事，苑小荷语气平静。': ['direct: 不怪他。 — 苑小荷'],
    '发言人任雨桐说，桥下月动工。被问到某供应商高管被限制出境时，她说不了解情况，建议向主管部门询问。': [
      'indirect: 桥下月动工 — 任雨桐, 发言人',
      'indirect: 不了解情况 — 她 → 任雨桐, 发言人',
      'indirect: 向主管部门询问 — 她 → 任雨桐, 发言人',
    ],
    '科长储大军告诉记者，桥会修好。记者联系到视频发布者、前员工阿钟。他表示自己上周刚离职。': [
      'indirect: 桥会修好 — 储大军, 科长',
      'indirect: 自己上周刚离职 — 他 → 阿钟, 前员工',
    ],
    '对于上述说法，“日出”华东区公关总监凌霜回复称，公司正在调查，“绝不姑息”。': [
      'indirect: 公司正在调查，“绝不姑息” — 凌霜, 华东区公关总监',
      'partial: 绝不姑息 — 凌霜, 华东区公关总监',
    ],
    '有不少村民在评论区表示要绕路。': ['indirect: 要绕路 — 不少村民'],
    '镇长戚国安今天公开致歉，并承诺一个月内提出报告。': ['indirect: 一个月内提出报告 — 戚国安, 镇长'],
    '对手主帅、名帅里卡多·蒙特罗吐槽赛程：“我的球员不是机器。”': ['direct: 我的球员不是机器。 — 里卡多·蒙特罗, 名帅'],
    '前锋奥卢·阿德耶米透露，主帅换他上场时只交代了一句：“去把比赛结束掉。”': ['direct: 去把比赛结束掉。 — 主帅'],
    '法官亓官婧表示，业务员使用“百分百”“包落户”等字眼，存在误导。': ['indirect: 业务员使用“百分百”“包落户”等字眼，存在误导 — 亓官婧, 法官'],
  })
})

t.test('Chinese: one of the authors, hyphens in names, names that no lexicon has, kin, who is cited in the clause before', async (t) => {
  quotesAre(t, {
    '上诉庭副庭长麦晓彤在判词中指出，刑期绝非过重。': ['indirect: 刑期绝非过重 — 麦晓彤, 上诉庭副庭长'],
    '判词又引述原审法官的话，形容案情是“最赤裸裸的背叛”。': ['partial: 最赤裸裸的背叛 — 法官'],
    '报告主要作者之一、大学气候学家伊恩·麦卡利斯特指出，如果不减排，人数还将翻番。': [
      'indirect: 如果不减排，人数还将翻番 — 伊恩·麦卡利斯特, 大学气候学家',
    ],
    '气候中心主任让-吕克·巴蒂斯特呼吁各国政府当心高温。': ['indirect: 各国政府当心高温 — 让-吕克·巴蒂斯特, 气候中心主任'],
    '私募基金经理花满楼对记者说，市场的恐慌过度了。': ['indirect: 市场的恐慌过度了 — 花满楼, 私募基金经理'],
    '屈闻判后神情木然，其妻在旁听席上掩面痛哭。散庭后，她只对记者说了一句：“我会等他。”': ['direct: 我会等他。 — 她 → 其妻'],
    '资深大律师费启安陈词时力陈，证人的供词前后矛盾。': ['indirect: 证人的供词前后矛盾 — 费启安, 资深大律师'],
  })
})

t.test('Chinese: answers at an occasion, platforms by their names in marks, he is no woman', async (t) => {
  quotesAre(t, {
    '发言人索科洛娃回应记者提问时否认打击民用目标。': ['indirect: 打击民用目标 — 索科洛娃, 发言人'],
    '平台方面，“快购”回应称已试行分层管理；“抖选”表示暂无更多信息。': ['indirect: 已试行分层管理 — 快购', 'indirect: 暂无更多信息 — 抖选'],
    '会长游淑惠表示，修了十一次。她指控镇里推诿。\n住户林先生抱着一岁的女儿到场，他哽咽说，桥太吵。': [
      'indirect: 修了十一次 — 游淑惠, 会长',
      'indirect: 镇里推诿 — 她 → 游淑惠, 会长',
      'indirect: 桥太吵 — 他 → 林先生, 住户',
    ],
    '乌克兰方面则指责对方夜间袭击了一栋居民楼。': ['indirect: 对方夜间袭击了一栋居民楼 — 乌克兰方面'],
  })
})

t.test('Chinese: lists, surnames alone, partners, one of a group, what somebody hopes', async (t) => {
  quotesAre(t, {
    '据通讯社援引议会成员的话称，邻国已拟定清单，包括：解冻资产；取消禁运；承认其和平利用核能的权利。': [
      'indirect: 邻国已拟定清单，包括：解冻资产；取消禁运；承认其和平利用核能的权利 — 议会成员 via 通讯社',
    ],
    '日本首相石川明宏来访。石川与韩国总统卢泰贤走过大桥。石川说，桥“很结实”。卢泰贤说，桥还要修。': [
      'indirect: 桥“很结实” — 石川 → 石川明宏, 日本首相',
      'partial: 很结实 — 石川 → 石川明宏, 日本首相',
      'indirect: 桥还要修 — 卢泰贤, 韩国总统',
    ],
    '首都一名出租车司机对此不以为然。“谁上台，汽油都涨价。”他说。': ['direct: 谁上台，汽油都涨价。 — 他 → 首都一名出租车司机'],
    '总统府发表声明祝贺胜选，同时希望各方“保持克制”。': ['indirect: 各方“保持克制” — 总统府', 'partial: 保持克制 — 总统府'],
    '总书记法图·恩迪亚耶反驳说，反对派“输不起”。': [
      'indirect: 反对派“输不起” — 法图·恩迪亚耶, 总书记',
      'partial: 输不起 — 法图·恩迪亚耶, 总书记',
    ],
    '民调机构公布的数据显示，43%的人认为没有成果，认为“有成果”的占31%。': [
      'indirect: 43%的人认为没有成果，认为“有成果”的占31% — 民调机构',
      'partial: 有成果 — 民调机构',
    ],
    '市教育局通知，桥边的学校28日停课。': ['indirect: 桥边的学校28日停课 — 市教育局'],
    '省防总要求，渔船必须回港；人员全部上岸。': ['indirect: 渔船必须回港；人员全部上岸 — 省防总'],
  })
})

t.test('Chinese: names that the dictionary has in part, a place and a day ahead of a report, descriptions that announce', async (t) => {
  quotesAre(t, {
    '克里姆林宫发言人阿尔乔姆·别洛夫当天警告，此举等于往火里浇油。': ['indirect: 此举等于往火里浇油 — 阿尔乔姆·别洛夫, 克里姆林宫发言人'],
    '前驻北约大使伊芙琳·哈特认为，此访的象征意义更大。': ['indirect: 此访的象征意义更大 — 伊芙琳·哈特, 前驻北约大使'],
    '日内瓦11月27日消息 世界卫生组织27日警告说，疫情正在失控。': ['indirect: 疫情正在失控 — 世界卫生组织'],
    '无国界医生组织协调员亨里克·约恩松的描述更为直接：“我们把门板拆下来当床。”': [
      'direct: 我们把门板拆下来当床。 — 亨里克·约恩松, 无国界医生组织协调员',
    ],
    '教师范小鱼苦笑。丈夫主张断供，她不同意，“征信黑了，孩子将来怎么办”。': ['partial: 征信黑了，孩子将来怎么办 — 她 → 范小鱼, 教师'],
    '管理员居兰英摆摆手：“哪有什么秘诀。”': ['direct: 哪有什么秘诀。 — 居兰英, 管理员'],
  })
})

t.test('Chinese: titles of honour, calls, what is withheld, one sentence without a colon', async (t) => {
  quotesAre(t, {
    '州务大臣拿督莫哈末·阿兹米今日说，桥下月动工。': ['indirect: 桥下月动工 — 莫哈末·阿兹米, 州务大臣拿督'],
    '灌溉局局长再努丁解释，工程停滞是因为征地。': ['indirect: 工程停滞是因为征地 — 再努丁, 灌溉局局长'],
    '该局总监慕哈敏吁请居民及早撤离。': ['indirect: 居民及早撤离 — 慕哈敏, 该局总监'],
    '议长戴尔·霍金斯避免直接评论，只说各方“会研究判决书”。': [
      'indirect: 各方“会研究判决书” — 戴尔·霍金斯, 议长',
      'partial: 会研究判决书 — 戴尔·霍金斯, 议长',
    ],
    '据队医桑榆透露，主帅达米扬·拉科维奇只说了一句“明天照常训练”便转身离开。': [
      'indirect: 主帅达米扬·拉科维奇只说了一句“明天照常训练”便转身离开 — 桑榆, 队医',
      'partial: 明天照常训练 — 达米扬·拉科维奇, 主帅',
    ],
    '镇里发函，要求其说明是否存在应披露未披露的信息。': [],
  })
})

t.test('Chinese: names with a full stop for a dot or a long surname, callings, scenes, who is pointed at', async (t) => {
  quotesAre(t, {
    '北約秘書長馬克．呂特表示，會繼續支持。': ['indirect: 會繼續支持 — 馬克．呂特, 北約秘書長'],
    '外相长谷川一郎表示，会继续努力。长谷川还说，不排除访华。': [
      'indirect: 会继续努力 — 长谷川一郎, 外相',
      'indirect: 不排除访华 — 长谷川 → 长谷川一郎, 外相',
    ],
    '“可以打满分。”试飞指挥员滕建业走下指挥台时说。': ['direct: 可以打满分。 — 滕建业, 试飞指挥员'],
    '導購員小林正忙著裝禮盒。“今天不打折。”她一邊掃碼一邊說。': ['direct: 今天不打折。 — 她 → 小林, 導購員'],
    '替补登场的外援迪亚曼特头球扳平。迪亚曼特的经纪人罗西此前曾公开表示，他很快乐。': ['indirect: 他很快乐 — 罗西, 经纪人'],
    '队长耿昊说，输球是我的错。耿昊走向看台。这名34岁的老将在混采区红了眼眶，“我可能踢不动了”。': [
      'indirect: 输球是我的错 — 耿昊, 队长',
      'partial: 我可能踢不动了 — 这名34岁的老将 → 耿昊, 队长',
    ],
    '“说好周一上课，门上却贴了一张纸。”9月3日，站在紧锁的玻璃门前，会员袁女士气得直跺脚。': [
      'direct: 说好周一上课，门上却贴了一张纸。 — 袁女士',
    ],
    '“怎么还咳？”上周三，儿童医院呼吸科门诊，一位妈妈抱着女儿直掉眼泪。': ['direct: 怎么还咳？ — 一位妈妈'],
    '姑妈来了。姑妈只说了一句：“给自己留条路。”': ['direct: 给自己留条路。 — 姑妈'],
    '联合国人权事务高级专员办事处说，冲突仍在继续。': ['indirect: 冲突仍在继续 — 联合国人权事务高级专员办事处'],
    '車務總監麥凱琳表示，計劃參考了外地經驗。': ['indirect: 計劃參考了外地經驗 — 麥凱琳, 車務總監'],
    '法院认为，纪某已尽到提醒义务，不承担责任。': ['indirect: 纪某已尽到提醒义务，不承担责任 — 法院'],
  })
})
