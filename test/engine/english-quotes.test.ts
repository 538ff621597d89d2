import t from 'tap'
import { extract } from '../../src/engine/extract.ts'
import { brokenInvariants } from '../invariants.ts'
import { PIER, quotes, quotesAre, REPORT, said } from './quoted.ts'

t.test('English: participles, contractions, tags behind a question, the clause that opens a sentence', async (t) => {
  t.same(said(PIER, 'The campaign film ends with footage of Dana Wills asking, “Why is the pier not open?”', REPORT), [
    'direct “Why is the pier not open?” of Dana Wills by asking',
  ])
  t.match(said(PIER, 'The harbour board backed the plan, adding that it would cost less than a new pier.', REPORT), [
    /./,
    'indirect “that it would cost less than a new pier” of The harbour board by adding',
  ])
  t.match(said(PIER, 'Dana Wills listened to Rosa Quint. “How long must we wait for a pier?” Quint said.', REPORT), [
    'direct “How long must we wait for a pier?” of Quint by said',
  ])
  t.equal(
    said(PIER, 'When he spoke with Rosa Quint, Owen Falk said, “We were floored by the price of the pier.”', REPORT).at(-1),
    'direct “We were floored by the price of the pier.” of Owen Falk by said',
  )
  t.match(said(PIER, 'Dana Wills met the board. He’s claiming that the pier is “a big, big problem for this town.”', REPORT), {
    length: 2,
    0: /^indirect “that the pier is .* of He by claiming/,
    1: /^(?:partial|direct) “a big, big problem for this town\.” of He /,
  })
})

t.test('English: whoever stands behind a comma in marks has spoken, whatever the verb', async (t) => {
  t.match(said(PIER, 'Dana Wills spoke first. “My son swims there and he loves it,” laughed Joan Hesk, 44, on the quay.', REPORT), [
    /^direct “My son swims there and he loves it,” of Joan Hesk/,
  ])
  t.match(
    said(
      PIER,
      'The report is by Rosa Quint. The board called it inappropriate. “Inappropriate,” snorts Quint. “Look at the wood.”',
      REPORT,
    ).slice(-2),
    ['direct “Inappropriate,” of Quint by no cue', 'direct “Look at the wood.” of Quint by no cue'],
  )
  t.equal(
    said(PIER, 'When a phone rang in the hall, Owen Falk stopped, smiled and said: “It’s for you.”', REPORT).at(-1),
    'direct “It’s for you.” of Owen Falk by said',
  )
  t.equal(
    said(PIER, 'The leaflet promises “an evening of conversations on the pier.”', REPORT).at(-1),
    'partial “an evening of conversations on the pier.” of The leaflet by promises',
  )
})

t.test('English: words in marks belong to the cue right before them, a name to whoever bears a part of it', async (t) => {
  const found = extract(
    `${PIER}\nThe harbour board promised money, although the minister, Astrid Berg, cautioned that “a pilot is not a promise.”\nSamir Haddad was found by crew members of the MV Ostrava. “They gave me a coat,” he said. Asked about the pier, Samir paused. “It is a long pier,” he added.\nCouncil leader Des Farrow left early. “Nobody asked me about the pier,” Cllr Farrow shouted.\n${REPORT}`,
  )
  const speaker = (words: string) => found.quotes.find(({ text }) => text.startsWith(words))?.speaker?.name
  t.equal(speaker('a pilot'), 'Astrid Berg')
  t.equal(speaker('They gave'), 'Samir Haddad')
  t.equal(speaker('It is a long'), 'Samir Haddad')
  t.equal(speaker('Nobody asked'), 'Des Farrow')
  const more = extract(
    `${PIER}\nColin Teague, whose firm collapsed after Merrion Bank called, said he felt sick. Merrion said nothing was wrong. “They rewrote the contract,” he said.\n“The heat is one reason,” the 22-year-old Guinean says, wiping her face. It is a far cry from home, according to her brother, Sekou, who called her pier. Jamaica’s Tanya Grant, the medallist, said: “I watched the tape.”\nThe chair, Sir Leonard Cope, thanked everybody. “It is never too late,” he said.\n${REPORT}`,
  ).quotes
  const speaks = (words: string) => more.find(({ text }) => text.startsWith(words))?.speaker
  t.equal(speaks('They rewrote')?.name, 'Colin Teague')
  t.equal(speaks('The heat')?.name, 'Colin Teague', 'an age is of whoever was named last')
  t.notOk(more.some(({ text }) => text.startsWith('wiping')))
  t.match(speaks('I watched'), { name: 'Tanya Grant', role: 'medallist' })
  t.match(speaks('It is never'), { name: 'Leonard Cope', role: 'chair' })
})

t.test('English: tags with a particle or a participle, in the words of somebody', async (t) => {
  t.same(said(PIER, 'Dana Wills said the pier was safe.', '“I acted at once,” Roe shot back.', REPORT).slice(1), [
    'direct “I acted at once,” of Roe by no cue',
  ])
  t.same(
    said(
      PIER,
      '“The welds were failing,” said Colm Reed, a foreman, adding that those who spoke up had been “frozen out of work”.',
      REPORT,
    ),
    [
      'direct “The welds were failing,” of Colm Reed, a foreman by said',
      'indirect “that those who spoke up had been “frozen out of work”” of Colm Reed, a foreman by adding',
      'partial “frozen out of work” of Colm Reed, a foreman by adding',
    ],
  )
  t.same(said(PIER, 'The pier has become, in the words of Mayor Dana Wills, “the only thing here that never closes.”', REPORT), [
    'direct “the only thing here that never closes.” of Mayor Dana Wills by in the words of',
  ])
  t.same(said(PIER, 'Dana Wills cautioned, though, that the figures proved nothing.', REPORT), [
    'indirect “that the figures proved nothing” of Dana Wills by cautioned',
  ])
})

t.test('English: a colon at the end of a paragraph announces the words of the next one', async (t) => {
  const found = said(
    PIER,
    'Owen Falk has run the ferry for ten years, he said.',
    'The mayor stood up late in the evening. Dana Wills answered:',
    '“We will find the money, and we will find it soon.”',
    REPORT,
  )
  t.equal(found.at(-1), 'direct “We will find the money, and we will find it soon.” of Dana Wills by answered')
  t.equal(
    said(PIER, 'Owen Falk has run the ferry for ten years.', 'The Harbour Ledger reports:', '“The pier is not safe at all.”', REPORT).at(
      -1,
    ),
    'direct “The pier is not safe at all.” of The Harbour Ledger by reports',
  )
})

t.test('English: an utterance without a cue belongs to who spoke last, or to whom its sentence names', async (t) => {
  t.same(
    said(PIER, 'Dana Wills said: “The pier is safe.”', '“Nobody should worry about it.”', REPORT).at(1),
    'direct “Nobody should worry about it.” of Dana Wills by no cue',
  )
  const named = 'For the engineer Rosa Quint, it is “a place where the whole town learned to swim.”'
  t.equal(
    said(PIER, 'Dana Wills said the pier was safe.', named, REPORT).at(-1),
    'partial “a place where the whole town learned to swim.” of Rosa Quint by no cue',
  )
  t.equal(
    said(PIER, 'Dana Wills, the mayor, said: “The pier is safe.”', '“It is an ugly thing in a lovely place.” — Jane Roe', REPORT).at(-1),
    'direct “It is an ugly thing in a lovely place.” of Jane Roe by no cue',
  )
  t.same(said(PIER, 'The so-called “sea gate” and the film “The Long Pier” cost more than the “City Hall” project.', REPORT), [])
})

t.test('English: subjects with clauses of their own, datelines, inversion, firms', async (t) => {
  const expected: Record<string, string[]> = {
    'The woman who counted them says she cried.': ['indirect: she cried — The woman who counted them'],
    'Among the first to reply was her old rival Dominika Sroka: “You ruined my summers, and I will miss you.”': [
      'direct: You ruined my summers, and I will miss you. — her old rival Dominika Sroka → Dominika Sroka, old rival',
    ],
    'According to a study published by the University of Brae in March, each bridge saves an hour.': [
      'indirect: each bridge saves an hour — a study published by the University of Brae',
    ],
    '“It is a hole in the ground,” said Carla Menges of the Liberals, who sits on the budget committee.': [
      'direct: It is a hole in the ground, — Carla Menges of the Liberals, who sits on the budget committee → Carla Menges',
    ],
    'LINZ, Austria (Wireline) — Lumenar AG will stop work on its new bridge, the company announced Tuesday.': [
      'indirect: Lumenar AG will stop work on its new bridge — the company',
    ],
    "The salmon have only just recovered. 'They take three kilos a day each,' grumbled Dougie Sparrow.": [
      'direct: They take three kilos a day each, — Dougie Sparrow',
    ],
    'Crumb & Field, which has 64 shops, said on Monday it had fallen short.': [
      'indirect: it had fallen short — Crumb & Field, which has 64 shops → Crumb & Field',
    ],
    'LINZ – The head of the company that runs the ferry Calloway told senators Wednesday that warnings had been “ignored.”': [
      'indirect: that warnings had been “ignored.” — The head of the company that runs the ferry Calloway',
      'partial: ignored. — The head of the company that runs the ferry Calloway',
    ],
    'In a note released Wednesday evening, the mechanic, Joaquin Reyes, said that nobody had answered.': [
      'indirect: that nobody had answered — the mechanic, Joaquin Reyes → Joaquin Reyes, mechanic',
    ],
    'Marion Tebb, a former head teacher, said that it was easy. The head teacher, who asked not to be named, described it as “the best day of my life.” She added: “Print the second part.”':
      [
        'indirect: that it was easy — Marion Tebb, a former head teacher → Marion Tebb, former head teacher',
        'indirect: not to be named — who → The head teacher',
        'indirect: it as “the best day of my life.” — The head teacher',
        'partial: the best day of my life. — The head teacher',
        'direct: Print the second part. — She → The head teacher',
      ],
    'In fact, Jane Roe said, sales had risen.': ['indirect: sales had risen — Jane Roe'],
    'The federation, which has promised her a farewell, said that it was sad.': [
      'indirect: her a farewell — which → The federation',
      'indirect: that it was sad — The federation',
    ],
  }
  quotesAre(t, expected)
})

t.test('English: a hearer of 20,000 capitals is no name, and no trap', async (t) => {
  const told = `The board met on Monday, and Dana Wills told ${'A'.repeat(20_000)}; the pier was safe.`
  const text = [PIER, told, REPORT].join('\n')
  const found = extract(text)
  t.same(brokenInvariants(text, found), [])
  t.match(found.text, 'A'.repeat(20_000))
})

t.test('English: a transcript whose turns stand in marks; its speakers are who the article names', async (t) => {
  t.same(
    said(
      PIER,
      'On Sunday Dana Wills was a guest of “Harbour Talk” with Rosa Quint. Part of the transcript:',
      '“QUINT: The pier is two years late. Why?',
      '“WILLS: There were floods in both winters.',
      '“And then the steel was held up.',
      '“QUINT: So what do you tell the ferrymen?',
      '“WILLS: To hold on until May.”',
      REPORT,
    ),
    [
      'direct “The pier is two years late. Why?” of QUINT by :',
      'direct “There were floods in both winters.” of WILLS by :',
      'direct “And then the steel was held up.” of WILLS by no cue',
      'direct “So what do you tell the ferrymen?” of QUINT by :',
      'direct “To hold on until May.” of WILLS by :',
    ],
  )
  t.same(
    quotes('Dana Wills met the board. WILLS said that the pier was safe.'),
    ['indirect: that the pier was safe — WILLS → Dana Wills'],
    'a name in capitals',
  )
})

t.test('English: programmes and nicknames are no quotes', async (t) => {
  quotesAre(t, {
    'Jane Roe told KQX’s “Morning Tide” that the ferry would be sold.': ['indirect: that the ferry would be sold — Jane Roe'],
    '“The ferry is rotten,” Jane Roe said on KQX’s “State of the Coast.”': ['direct: The ferry is rotten, — Jane Roe'],
    'State Sen. Harold “Buck” Linney said the price was too low.': [
      'indirect: the price was too low — State Sen. Harold “Buck” Linney → Harold “Buck” Linney, State Sen.',
    ],
  })
})

t.test('English: chains of appositions, lists of people, who stands behind his words and when', async (t) => {
  quotesAre(t, {
    '“The rule is wrong,” Jane Roe, the Republican attorney general of Osage, one of those who sued, said on Monday.': [
      'direct: The rule is wrong, — Jane Roe, the Republican attorney general of Osage, one of those who sued → Jane Roe, Republican attorney general of Osage, one of those who sued',
    ],
    'Ann Poe, who lost her house in Dellby, Osage, in July, said that nobody had called.': [
      'indirect: that nobody had called — Ann Poe, who lost her house in Dellby, Osage, in July → Ann Poe',
    ],
    'The survey, released on Monday by the council, showed the bridge losing two inches a year.': [
      'indirect: the bridge losing two inches a year — The survey, released on Monday by the council → The survey',
    ],
    'Ann Poe, who runs the kiosk, said the ferry deserved better.': [
      'indirect: the ferry deserved better — Ann Poe, who runs the kiosk → Ann Poe',
    ],
    'Sens. Jane Roe (D-Osage), Ann Poe and John Doe all said that it was too late.': [
      'indirect: that it was too late — Jane Roe (D-Osage), Ann Poe and John Doe → Jane Roe',
    ],
    'In New Dellby, Ann Poe and John Doe said that it was too late.': ['indirect: that it was too late — Ann Poe and John Doe'],
    'Ahead of the vote, the council and the union proposed a new date.': ['indirect: a new date — the council and the union'],
    'The works will begin in May, said the council on Tuesday.': ['indirect: The works will begin in May — the council'],
    'The works will begin in May, said Ann Poe in a letter to residents.': ['indirect: The works will begin in May — Ann Poe'],
    'The plan was complicated. Said Ann Poe: “Nobody reads it.”': ['direct: Nobody reads it. — Ann Poe'],
    'In other words, explained town clerk Ann Poe: “Nobody reads it.”': [
      'direct: Nobody reads it. — town clerk Ann Poe → Ann Poe, town clerk',
    ],
    'An official who spoke anonymously to discuss the plan said the ferry would go.': [
      'indirect: the ferry would go — An official who spoke anonymously to discuss the plan',
    ],
    'Residents were hopeful on Monday that the bridge would open.': ['indirect: that the bridge would open — Residents'],
  })
})

t.test('English: who is asked asks nothing, titles and ratings are no quotes, whoever spoke last goes on', async (t) => {
  quotesAre(t, {
    'Ann Poe, asked whether she had seen the letter, said, “Not one of them crossed my desk.”': [
      'direct: Not one of them crossed my desk. — Ann Poe, asked whether she had seen the letter → Ann Poe',
    ],
    'Two counties hired extra buses to bring walkers to the pier.': [],
    'In a note titled “Keep Calm,” the engineers wrote that the pier would hold.': ['indirect: that the pier would hold — the engineers'],
    'The Rail Council said in a statement that modern rails “meet or exceed” safety standards and accused the authors of “cherry-picking” data.':
      [
        'indirect: that modern rails “meet or exceed” safety standards — The Rail Council',
        'partial: meet or exceed — The Rail Council',
        'indirect: the authors of “cherry-picking” data — The Rail Council',
        'partial: cherry-picking — The Rail Council',
      ],
    'Ann Poe had insisted as recently as last week that the glitches were “teething problems.”': [
      'indirect: that the glitches were “teething problems.” — Ann Poe',
      'partial: teething problems. — Ann Poe',
    ],
    'A council spokesperson said that works had been planned. They added that a review would follow.': [
      'indirect: that works had been planned — A council spokesperson',
      'indirect: that a review would follow — They → A council spokesperson',
    ],
    '“The choice is obvious,” said Oksana Birk of the Ferry Workers’ Union.': [
      'direct: The choice is obvious, — Oksana Birk of the Ferry Workers’ Union → Oksana Birk',
    ],
  })
  t.equal(
    said(
      PIER,
      '“It is only rust,” Dana Wills wrote.',
      'What should walkers do? Don’t panic, Raj Patel advised. “Dim the lights and keep to the left side of the pier.”',
      REPORT,
    ).at(-1),
    'direct “Dim the lights and keep to the left side of the pier.” of Raj Patel by no cue',
  )
})

t.test('English: asides between dashes, participles and clauses in a subject, whose words a clause behind them tells', async (t) => {
  quotesAre(t, {
    'Ann Kall -- co-editor of a book on bridges -- said the mayor tended to come late.': [
      'indirect: the mayor tended to come late — Ann Kall -- co-editor of a book on bridges → Ann Kall, co-editor of a book on bridges',
    ],
    'Many speakers at the service — including nurses and priests — said the loss was painful.': [
      'indirect: the loss was painful — Many speakers at the service — including nurses and priests → Many speakers at the service',
    ],
    'Jo Pryce — who is listed as a surveyor but never worked as one — told The Dellby Post he would not appeal.': [
      'indirect: he would not appeal — Jo Pryce — who is listed as a surveyor but never worked as one → Jo Pryce',
    ],
    'In her favor, all the experts I interviewed said her figures were consistent.': [
      'indirect: her figures were consistent — all the experts I interviewed',
    ],
    'Several judges handling lawsuits about her tenure as secretary of state cited the upcoming vote as a reason.': [
      'indirect: the upcoming vote as a reason — Several judges handling lawsuits about her tenure as secretary of state',
    ],
    'Yet, a 2014 study by Harwell College and the University of Osage at Dellby found that poor children stayed poor.': [
      'indirect: that poor children stayed poor — a 2014 study by Harwell College and the University of Osage at Dellby',
    ],
    'But many supporters who came to Dellby to protest this week’s sale say they will stay home.': [
      'indirect: they will stay home — many supporters who came to Dellby to protest this week’s sale',
    ],
    'On “Face the Coast,” Sen. Ann Poe (Vt.), who lost the primaries to Roe, identified debt as one of the reasons.': [
      'indirect: debt as one of the reasons — Sen. Ann Poe (Vt.), who lost the primaries to Roe → Ann Poe, Sen.',
    ],
    'The victim’s nephew watched it on Thursday, attorneys for the family said.': [
      'indirect: The victim’s nephew watched it on Thursday — attorneys for the family',
    ],
    '“They are entirely wrong,” said 9/11 widow Terry Stroud.': [
      'direct: They are entirely wrong, — 9/11 widow Terry Stroud → Terry Stroud, 9/11 widow',
    ],
    '“That is it,” reads a Wednesday editorial in The Dellby Register.': ['direct: That is it, — a Wednesday editorial'],
    'The fee is $5 per person, and 3 per cent of it goes to the town.': [],
    'The plan was “a gift to the rich,” as Ann Poe put it.': [
      'indirect: The plan was “a gift to the rich,” — Ann Poe',
      'partial: a gift to the rich, — Ann Poe',
    ],
    'The plan was late, as Ann Poe noted.': ['indirect: The plan was late — Ann Poe'],
    'In Ms. Poe’s own words, the plan was late.': ['indirect: the plan was late — Ms. Poe’s → Poe'],
    '“Too big to regulate?” Poe demanded.': ['direct: Too big to regulate? — Poe'],
    'Ann Poe defended the “harbor rules,” saying the city embodied the spirit of the coast.': [
      'indirect: the “harbor rules,” — Ann Poe',
      'partial: harbor rules, — Ann Poe',
      'indirect: the city embodied the spirit of the coast — Ann Poe',
    ],
    'Ann Poe, citing “the charm of the harbor,” said the ferry could be saved.': [
      'partial: the charm of the harbor, — Ann Poe',
      'indirect: the ferry could be saved — Ann Poe',
    ],
    'Shortly after the merger, the families of the founders had mobilized, warning that the deal would ruin the firm.': [
      'indirect: that the deal would ruin the firm — the families of the founders',
    ],
    'Ms. Poe, whose latest start-up, Parade, uses big data, said the mayor was late.': ['indirect: the mayor was late — Ms. Poe → Poe'],
    'The two candidates met in Dellby, each accusing the other of delay.': ['indirect: the other of delay — each'],
    'She and her husband supported the plan from the first day.': ['indirect: the plan from the first day — She and her husband'],
    'Some advocates for stem cell research said that the rule was too strict.': [
      'indirect: that the rule was too strict — Some advocates for stem cell research',
    ],
    'The governor added:\nIt is typical of her. The plan is a disgrace.': [
      'indirect: It is typical of her. The plan is a disgrace. — The governor',
    ],
    'The mayor wrote on her page:\nWe will rebuild the bridge before winter comes.': [
      'indirect: We will rebuild the bridge before winter comes. — The mayor',
    ],
  })
})

t.test('English: joint speakers, reports that end where another begins, rests of sentences behind a time, hearers', async (t) => {
  quotesAre(t, {
    'Former Rovers striker Micky Shaw called the choice “overdue by two months”, while supporters’ group the Hadley Faithful said it hoped the board would “for once” ask the fans.':
      [
        'indirect: the choice “overdue by two months” — Former Rovers striker Micky Shaw → Micky Shaw, Former Rovers striker',
        'partial: overdue by two months — Former Rovers striker Micky Shaw → Micky Shaw, Former Rovers striker',
        'indirect: it hoped the board would “for once” ask the fans — supporters’ group the Hadley Faithful',
        'partial: for once — supporters’ group the Hadley Faithful',
      ],
    'Her opposite number, Corby’s Raf Delgado, said that she was ready.': [
      'indirect: that she was ready — Her opposite number, Corby’s Raf Delgado → Raf Delgado, opposite number',
    ],
    'Tickets, the club confirmed last night, have sold out.': ['indirect: Tickets — the club', 'indirect: have sold out — the club'],
    'The lake holds the answer, according to research published Thursday in the journal Earth Archives.': [
      'indirect: The lake holds the answer — research published Thursday in the journal Earth Archives',
    ],
    'Haddad and her co-authors believe the drought forced farmers to leave.': [
      'indirect: the drought forced farmers to leave — Haddad and her co-authors',
    ],
    'What happens next depends on money — and, Haddad joked, on “whether my students ever forgive me.”': [
      'indirect: What happens next depends on money — Haddad',
      'indirect: on “whether my students ever forgive me.” — Haddad',
    ],
    'Legal scholars noted that such rulings are rare.': ['indirect: that such rulings are rare — Legal scholars'],
    'The auction house said through a spokeswoman that it takes no side.': ['indirect: that it takes no side — The auction house'],
    'Roe tells a young admirer: “Burn everything I send you.”': ['direct: Burn everything I send you. — Roe'],
    '“If she can do it, the others will look greedy,” Ann Poe admitted, before leaving by the back door.': [
      'direct: If she can do it, the others will look greedy, — Ann Poe',
    ],
    '“In what he calls “hell” I would rather live than in a world of his,” said Ann Poe.': [
      'direct: In what he calls “hell” I would rather live than in a world of his, — Ann Poe',
    ],
    'Trump, as Ann Poe put it, is “a builder of walls.”': [
      'indirect: Trump — Ann Poe',
      'indirect: is “a builder of walls.” — Ann Poe',
      'partial: a builder of walls. — Ann Poe',
    ],
  })
})

t.test('English: what the writer adds, names of firms behind what they are, who acts before his words', async (t) => {
  quotesAre(t, {
    '“Nobody has that,” Ann Poe said, to boos. “And neither do we.”': [
      'direct: Nobody has that, — Ann Poe',
      'direct: And neither do we. — Ann Poe',
    ],
    '“This is a meeting,” Ann Poe said, which got a laugh.': ['direct: This is a meeting, — Ann Poe'],
    'Velatron rival Numa Systems said it was ready.': [
      'indirect: it was ready — Velatron rival Numa Systems → Numa Systems, Velatron rival',
    ],
    'The plant’s owner, Dalton Farms, denied that the pipe leaked.': [
      'indirect: that the pipe leaked — The plant’s owner, Dalton Farms → Dalton Farms, plant’s owner',
    ],
    'But, Ann Poe added, “I have never seen it blister like that.”': ['direct: I have never seen it blister like that. — Ann Poe'],
    'Asked which way it would go, Ann Poe smiled. “Ask me on the fifth.”': ['direct: Ask me on the fifth. — Ann Poe'],
  })
})

t.test('English: who writes is nobody else, what somebody does besides, surnames that are verbs', async (t) => {
  quotesAre(t, {
    'Maisie Trent played well. I believe the bridge scene even less than I understand it.': [
      'indirect: the bridge scene even less than I understand it — I',
    ],
    '“Words, words,” Theo Asare says, and sweeps them into a bin.': ['direct: Words, words, — Theo Asare'],
    'Union president Dolores Quick cautioned that many feared losing time.': [
      'indirect: that many feared losing time — Union president Dolores Quick → Dolores Quick, Union president',
    ],
    'The member, Rhodri Vaughan, accused ministers of “dithering” over a bridge first promised in 2012.': [
      'indirect: ministers of “dithering” over a bridge first promised in 2012 — The member, Rhodri Vaughan → Rhodri Vaughan, member',
      'partial: dithering — The member, Rhodri Vaughan → Rhodri Vaughan, member',
    ],
    'Ann Poe built it after World War II. “It held,” she said.': ['direct: It held, — she → Ann Poe'],
    'Maybe Ann Poe built it. “It held,” she said.': ['direct: It held, — she → Ann Poe'],
  })
})

t.test('English: surnames that two have, who is named in marks, clauses inside a sentence', async (t) => {
  quotesAre(t, {
    'Augusta Fenwick, who built bridges, has died.\nHer son, the novelist Paul Fenwick, cried. “I learned it from Mrs Gaunt,” she wrote. Fenwick answered: “Warm, and slightly burnt at the edges.”':
      [
        'direct: I learned it from Mrs Gaunt, — she → Augusta Fenwick',
        'direct: Warm, and slightly burnt at the edges. — Fenwick → Augusta Fenwick',
      ],
    'Her break came in May, when a producer, Anthony Selwyn, tasted her cake and asked whether she had been on camera.': [
      'indirect: whether she had been on camera — a producer, Anthony Selwyn → Anthony Selwyn, producer',
    ],
    'One minister described Ince as “a man who resigned”; another said he had been “semi-detached for months”.': [
      'indirect: Ince as “a man who resigned” — One minister',
      'partial: a man who resigned — One minister',
      'indirect: he had been “semi-detached for months” — another',
      'partial: semi-detached for months — another',
    ],
    'The dog, a whippet called Quango, had no comment.': [],
    'The death was announced by her son, the novelist Piers Fenwick, who said she had been busy.': [
      'indirect: The death — her son, the novelist Piers Fenwick → Piers Fenwick, son, the novelist',
      'indirect: she had been busy — who → Piers Fenwick, son, the novelist',
    ],
    'Anneli Soosaar, 29, a ski instructor, said the bridge shook. Soosaar, her arm in a sling, said she ran.': [
      'indirect: the bridge shook — Anneli Soosaar, 29, a ski instructor → Anneli Soosaar, ski instructor',
      'indirect: she ran — Soosaar, her arm in a sling → Anneli Soosaar, ski instructor',
    ],
    'Prairie Crown Foods lost a case. Under questioning from Sen. Maria Delgado he blinked. “Or were they deleted?” Delgado asked.': [
      'direct: Or were they deleted? — Delgado → Maria Delgado, Sen.',
    ],
    'Sen. Hollis Grady praised the bridge. Prairie Crown Foods built it. He noted that Prairie Crown was cheap.': [
      'indirect: the bridge — Sen. Hollis Grady → Hollis Grady, Sen.',
      'indirect: that Prairie Crown was cheap — He → Hollis Grady, Sen.',
    ],
    'A lift attendant told the paper that staff had begged managers. “They laughed,” he said.': [
      'indirect: that staff had begged managers — A lift attendant',
      'direct: They laughed, — he → A lift attendant',
    ],
  })
})

t.test('English: whose claim it is, places and initials that speak, who is nobody in particular', async (t) => {
  quotesAre(t, {
    'Gov. Ann Poe crossed the bridge. Nobody doubts Poe’s claim that it is safe. The governor said it would hold.': [
      'indirect: that it is safe — Poe’s → Ann Poe, Gov.',
      'indirect: it would hold — The governor → Ann Poe, Gov.',
    ],
    'Everyone said the bridge was old.': ['indirect: the bridge was old — Everyone'],
  })
  const { speakers } = extract(
    'Small town repairs its old bridge\n\nGermany said the bridge was a gift. NASA said it was visible from space. Polls show that people like the polls. Ann Poe said so on Tuesday, and Tuesday said nothing.\n\nThe old bridge was built more than seventy years ago, and thousands of people cross it every day.',
    { language: 'en' },
  )
  t.same(
    speakers.map(({ name, kind }) => `${name}: ${kind}`),
    ['Germany: organization', 'NASA: organization', 'Polls: group', 'Ann Poe: person'],
  )
})

t.test('English: who speaks is taken up before whoever he speaks of', async (t) => {
  quotesAre(t, {
    'Lyle Stokes, who owns the feed store, noted that Hank Delacroix buys his hay there. “Pays on time,” he said.': [
      'indirect: that Hank Delacroix buys his hay there — Lyle Stokes, who owns the feed store → Lyle Stokes',
      'direct: Pays on time, — he → Lyle Stokes',
    ],
    'State Health Minister Penelope Orr described the case as “a nightmare” and ordered an inquiry.': [
      'indirect: the case as “a nightmare” — State Health Minister Penelope Orr → Penelope Orr, State Health Minister',
      'partial: a nightmare — State Health Minister Penelope Orr → Penelope Orr, State Health Minister',
      'indirect: an inquiry — State Health Minister Penelope Orr → Penelope Orr, State Health Minister',
    ],
    'When the board closed the bridge in May, Hank Delacroix did not argue.': [],
    'Told of the remark, Ann Poe shrugged.': [],
    'He won the prize for what the jury called “courage without contempt.”': ['partial: courage without contempt. — the jury'],
  })
})

t.test('English: a paragraph of its own takes turns with whoever has answered', async (t) => {
  t.same(
    said(
      PIER,
      '“Did you know of these?” asked Rebecca Hollins, waving a printout.',
      '“I became aware of them on the 9th,” Gordon Ames replied.',
      '“That isn’t what I asked.”',
      REPORT,
    ),
    [
      'direct “Did you know of these?” of Rebecca Hollins by asked',
      'direct “I became aware of them on the 9th,” of Gordon Ames by replied',
      'direct “That isn’t what I asked.” of Rebecca Hollins by no cue',
    ],
  )
})

t.test('English: what is done to somebody, who told employees, names behind whom words are according to', async (t) => {
  quotesAre(t, {
    'Substitute Emeka Okoro scored. Okoro, signed from Wexcombe in August, said he had not expected to play.': [
      'indirect: he had not expected to play — Okoro, signed from Wexcombe in August → Emeka Okoro, Substitute',
    ],
    'The team, led by botanist Dr Ingrid Hale, found that moss removed lead. Hale says it is quick.': [
      'indirect: that moss removed lead — The team, led by botanist Dr Ingrid Hale → The team',
      'indirect: it is quick — Hale → Ingrid Hale, botanist',
    ],
    'State Rep. Dale Minter said in a statement Tuesday that he would introduce a bill.': [
      'indirect: that he would introduce a bill — State Rep. Dale Minter → Dale Minter, State Rep.',
    ],
    'Kate Doyle told the hearing the letter had gone astray.': ['indirect: the letter had gone astray — Kate Doyle'],
    'Orbital Systems will cut 6,000 jobs this year, the company told employees on Thursday.': [
      'indirect: Orbital Systems will cut 6,000 jobs this year — the company',
    ],
    "According to the district's attorney, Paul Vance, removing the book would have led to a lawsuit.": [
      "indirect: removing the book would have led to a lawsuit — the district's attorney, Paul Vance → Paul Vance, district's attorney",
    ],
    'Two people briefed on the plans, who asked not to be named, said that the division would be spared.': [
      'indirect: not to be named — who → Two people briefed on the plans',
      'indirect: that the division would be spared — Two people briefed on the plans',
    ],
    '“I have a pipeline,” Ilse Maar says, pointing at a tap.': ['direct: I have a pipeline, — Ilse Maar'],
    'Wendell Price of Corvane and Akira Mori of Tanaka blamed the middlemen. Mori conceded that prices were high.': [
      'indirect: the middlemen — Wendell Price of Corvane and Akira Mori of Tanaka',
      'indirect: that prices were high — Mori → Akira Mori',
    ],
    'Hutchens was taken into custody without incident, Police Chief Angela Ruiz told a packed news conference.': [
      'indirect: Hutchens was taken into custody without incident — Police Chief Angela Ruiz → Angela Ruiz, Police Chief',
    ],
    'Nobody asked the economist for a cabbage.': [],
    'The gauge was up 3.1%, slightly above the median forecast in a poll.': [],
  })
})

t.test('English: what people are told, and places that are no people', async (t) => {
  quotesAre(t, {
    'Residents were told by the council that the bridge would reopen in May.': [
      'indirect: that the bridge would reopen in May — the council',
    ],
    'Marta Lindgren lost the path when fog rolled over Skarn Pass. "I heard whining," she told the Overby Echo.': [
      'direct: I heard whining, — she → Marta Lindgren',
    ],
    'Marta Lindgren once climbed Elk Mountain. "It is steep," she said.': ['direct: It is steep, — she → Marta Lindgren'],
  })
})

t.test(
  'English: names with particles, firms whose director speaks, what was told by whom, participles that describe, a time behind a cue',
  async (t) => {
    quotesAre(t, {
      'Dr. Piet van Rooyen, who leads the survey, said the pause was routine. “It hurts,” van Rooyen said.': [
        'indirect: the pause was routine — Dr. Piet van Rooyen, who leads the survey → Piet van Rooyen',
        'direct: It hurts, — van Rooyen → Piet van Rooyen',
      ],
      'Halcyon Partners, whose managing director, Wei-Lin Zhao, once told a meeting that ferries would be better than buses.': [
        'indirect: that ferries would be better than buses — whose managing director, Wei-Lin Zhao → Wei-Lin Zhao, managing director',
      ],
      'The last ferry will make its final crossing on Sunday, the council decided late on Tuesday.': [
        'indirect: The last ferry will make its final crossing on Sunday — the council',
      ],
      'One widely shared note claimed that the bridge was closed.': ['indirect: that the bridge was closed — One widely shared note'],
      'They were told by the council that the bridge would close.': ['indirect: that the bridge would close — the council'],
      'Ann Poe was gently told by a bailiff to sit down.': ['indirect: to sit down — a bailiff'],
    })
  },
)

t.test('English: who relays what somebody said, offices with “of”, who stands behind his words, what is no verb', async (t) => {
  quotesAre(t, {
    'The Echo quoted Ann Roe as saying that the bridge was safe.': ['indirect: that the bridge was safe — Ann Roe via The Echo'],
    'Ann Roe was quoted by the Echo as saying that the bridge was safe.': ['indirect: that the bridge was safe — Ann Roe via the Echo'],
    'According to the Orsa Echo, Ann Roe told a meeting that the bridge was safe.': [
      'indirect: Ann Roe told a meeting that the bridge was safe — the Orsa Echo',
      'indirect: that the bridge was safe — Ann Roe via the Orsa Echo',
    ],
    'The Orsa Echo reported that Ann Roe had told aides: “The bridge is safe.”': [
      'indirect: that Ann Roe had told aides: “The bridge is safe.” — The Orsa Echo',
      'direct: The bridge is safe. — Ann Roe via The Orsa Echo',
    ],
    '“The bridge is safe,” Ann Roe was quoted as saying by the Orsa Echo.': ['direct: The bridge is safe, — Ann Roe via the Orsa Echo'],
    'Roe, quoted by the Orsa Echo, said the bridge was safe.': [
      'indirect: the bridge was safe — Roe, quoted by the Orsa Echo → Roe via the Orsa Echo',
    ],
    '“The bridge is safe,” Roe said at a hearing, according to news agency ORA.': [
      'indirect: “The bridge is safe,” Roe said at a hearing — news agency ORA → ORA, news agency',
      'direct: The bridge is safe, — Roe via ORA',
    ],
    'Critics discredited claims that the council had paid for the swans.': [],
    'Deputy Commissioner of Police Lars Holm claimed the door was open. Minister of Public Works Jane Roe said it was not.': [
      'indirect: the door was open — Deputy Commissioner of Police Lars Holm → Lars Holm, Deputy Commissioner of Police',
      'indirect: it was not — Minister of Public Works Jane Roe → Jane Roe, Minister of Public Works',
    ],
    "The Oarsmen's Guild of Wexcombe (OGW) has demanded that the lock be mended.": [
      "indirect: that the lock be mended — The Oarsmen's Guild of Wexcombe (OGW)",
    ],
    'A survey by BetNotes.com says gamblers sleep badly.': ['indirect: gamblers sleep badly — A survey by BetNotes.com'],
    'The minister, Alhaji Bello Garo, said the wells were dry. Garo said they were old.': [
      'indirect: the wells were dry — The minister, Alhaji Bello Garo → Bello Garo, minister',
      'indirect: they were old — Garo → Bello Garo, minister',
    ],
    'Roe’s verified Orsa page said she is a friend of the miners.': ['indirect: she is a friend of the miners — Roe’s verified Orsa page'],
    '“The guard was asleep,” the complaint states.': ['direct: The guard was asleep, — the complaint'],
    'It broke the promise given by Rolf Kerr, head of the board, who said that the lamps would burn.': [
      'indirect: that the lamps would burn — who → Rolf Kerr, head of the board',
    ],
    'Vadra, Holm and former works minister Arne Yde accused the council of fraud.': [
      'indirect: the council of fraud — Vadra, Holm and former works minister Arne Yde',
    ],
    'Ann Roe had a plan: “We will build it ourselves,” she said.': ['direct: We will build it ourselves, — she → Ann Roe'],
    'Parent Lindsay Cho said the school was cold.': ['indirect: the school was cold — Parent Lindsay Cho → Lindsay Cho, Parent'],
  })
  t.same(
    said(
      'Orsa mends its roads',
      'Mr Tolke said, “Many maps were wrong.',
      '‘‘They show lakes for roads.’’',
      '‘‘We drew new ones,’’ he said.',
      'The roads are open.',
    ),
    [
      'direct “Many maps were wrong.” of Mr Tolke by said',
      'direct “They show lakes for roads.” of Mr Tolke by no cue',
      'direct “We drew new ones,” of he by said',
    ],
  )
})

t.test('English: who speaks in a line of his own, what a headline makes of a name, datelines, long descriptions', async (t) => {
  const among = ['The six were given their oars by the club after supper, and each of them had to sing.', 'The boats go out again in May.']
  const direct = (...lines: string[]): string[] =>
    extract(['What the new rowers of Orsa said', among[0], ...lines, among[1]].join('\n\n'))
      .quotes.filter(({ kind }) => kind === 'direct')
      .map(({ text, speaker, cue }) => `${text} — ${speaker?.name} by ${cue?.text ?? 'nothing'}`)
  t.same(direct('EDDIE O’SHEA:', '“My hands are sore and my boots are wet.', '“My mother sang along.”', 'PAUL BRANT:', '“I fell in.”'), [
    'My hands are sore and my boots are wet. — EDDIE O’SHEA by :',
    'My mother sang along. — EDDIE O’SHEA by nothing',
    'I fell in. — PAUL BRANT by :',
  ])
  t.same(direct('Tommy Orr', '“Nobody told me that the river is cold.”', 'Darren Moss', '“I sang about a goat.”'), [
    'Nobody told me that the river is cold. — Tommy Orr by nothing',
    'I sang about a goat. — Darren Moss by nothing',
  ])
  // Words in marks whose second paragraph opens with none.
  t.same(
    direct('“The gulls take every sandwich on the pier.', 'But we feed them all the same,” the Orsa Tribune quoted Ida Brent as saying.')
      .length,
    2,
  )
  const found = extract(
    [
      'Brief Trell speech still empties the hall',
      'ORSA — He spoke for three minutes. But former mayor Donald Trell left the hall shouting to the crowd: “I am not done.”',
      'Trell said the hall was cold. “Somebody opened a window,” he said, later adding: “I closed it.”',
      'Orsan Fisheries Ministry spokeswoman Pia Lund denied it. “It was shut,” the Orsan fisheries ministry’s spokeswoman insisted.',
    ].join('\n\n'),
  )
  t.same(
    found.quotes.filter(({ kind }) => kind === 'direct').map(({ text, speaker }) => `${text} — ${speaker?.name}`),
    ['I am not done. — Donald Trell', 'Somebody opened a window, — Donald Trell', 'I closed it. — Donald Trell', 'It was shut, — Pia Lund'],
  )
  t.notOk(found.speakers.some(({ name }) => name === 'ORSA' || name === 'Brief Trell'))
})

t.test('English: grave accents for marks, appositions with one comma, sentences that end with what may be short for a state', async (t) => {
  quotesAre(t, {
    "``No luck,'' she sighed, and told her class. ``The oars are heavy,'' said Sawley. ``We row on Fridays.''": [
      'direct: No luck, — she',
      'direct: The oars are heavy, — Sawley',
      'direct: We row on Fridays. — Sawley',
    ],
    'Catherine Hampt, the club’s adviser says rowers run it. “They are free,” she said.': [
      'indirect: rowers run it — Catherine Hampt, the club’s adviser → Catherine Hampt, club’s adviser',
      'direct: They are free, — she → Catherine Hampt, club’s adviser',
    ],
    'The Secretary of the Board of Roads, Manuel Rolle said that the road was open. He was ill. Last week he rested.': [
      'indirect: that the road was open — The Secretary of the Board of Roads, Manuel Rolle → Manuel Rolle, Secretary of the Board of Roads',
    ],
    'In May, the mayor said he was tired. Please note that posts are read.': ['indirect: he was tired — the mayor'],
  })
})

t.test('English: marks that are mixed do not run over paragraphs, and a tag is the next cue', async (t) => {
  quotesAre(t, {
    '“They talk of words,” Ada Hale said at the pier. “Let us be clear: it was the board that undid the gains."\nHale continued: "When the mayor came, it’s true, the pier was whole, and the board broke it.”':
      [
        'direct: They talk of words, — Ada Hale',
        'direct: Let us be clear: it was the board that undid the gains. — Ada Hale',
        'direct: When the mayor came, it’s true, the pier was whole, and the board broke it. — Hale → Ada Hale',
      ],
  })
  const drifting =
    'Vera Lund looked at the bed. “You winning?” she said, but Leo Brandt was drifting off again, and as the mayor went on about “the harbour,” and “our own boats,” Lund said yes, yes, over and over.'
  t.ok(quotes(drifting).includes('direct: You winning? — she → Vera Lund'), 'the tag beside the words')
})

t.test('English: a statement belongs to whom the line above it names, or the line below', async (t) => {
  const words = 'The board will find a new place for the boats. But our task goes further, and this closing comes at a hard moment.'
  t.same(said(PIER, REPORT, 'Statement from Mayor Nora Branley', `"${words}"`, REPORT), [
    `direct “${words}” of Mayor Nora Branley by no cue`,
  ])
  t.same(said(PIER, REPORT, `“${words}”`, 'Chief Jane Harland'), [`direct “${words}” of Chief Jane Harland by no cue`])
})

t.test('English: the last mark of a paragraph opens nothing', async (t) => {
  t.same(
    said(PIER, REPORT, '“I do not think they know me. They ask, ‘Are you on television?’ “', '— Julia Robbin, on her children', REPORT),
    ['direct “I do not think they know me. They ask, ‘Are you on television?’” of Julia Robbin, on her children by no cue'],
  )
})
