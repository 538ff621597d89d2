import t from 'tap'
import { extract } from '../../src/engine/extract.ts'
import { PIER, quotes, quotesAre, REPORT, said } from './quoted.ts'

t.test('English: who the subject of a cue is', async (t) => {
  const cases: [string, string][] = [
    ['The mayor is demanding that the board publish its report.', 'indirect “that the board publish its report” of The mayor by demanding'],
    ['The plan was criticized by the fishing union.', 'indirect “The plan” of the fishing union by criticized'],
    ['Prime Minister Elsa May said the pier would stay.', 'indirect “the pier would stay” of Prime Minister Elsa May by said'],
    ['Dana Wills, for her part, said that the pier would stay.', 'indirect “that the pier would stay” of Dana Wills by said'],
    [
      'A study by the harbour office and the university found that the wood is rotten.',
      'indirect “that the wood is rotten” of A study by the harbour office and the university by found',
    ],
    ['NORTH QUAY - Harbour pilots said that the wood is rotten.', 'indirect “that the wood is rotten” of Harbour pilots by said'],
    ['A few days ago Dana Wills said that the wood is rotten.', 'indirect “that the wood is rotten” of Dana Wills by said'],
    ['Dana Wills continues to insist that the wood is sound.', 'indirect “that the wood is sound” of Dana Wills by insist'],
    ['The fishing union, which vowed to fight the plan, sent nobody.', 'indirect “to fight the plan” of which by vowed'],
    [
      'Rosa Quint, 59, of North Quay, said that the wood is rotten.',
      'indirect “that the wood is rotten” of Rosa Quint, 59, of North Quay by said',
    ],
    [
      'Friends, neighbours and former pilots say that the wood is rotten.',
      'indirect “that the wood is rotten” of Friends, neighbours and former pilots by say',
    ],
    [
      'Union leaders at the yard in Dunmore, Ohio, said they feared layoffs.',
      'indirect “they feared layoffs” of Union leaders at the yard in Dunmore, Ohio by said',
    ],
    ['Both sides met. The senators both argued that the wood is rotten.', 'indirect “that the wood is rotten” of The senators by argued'],
    [
      'The Harbour Ledger reported last week that the wood is rotten.',
      'indirect “that the wood is rotten” of The Harbour Ledger by reported',
    ],
    ['Speaking later on the quay, Rosa Quint said that the wood is rotten.', 'indirect “that the wood is rotten” of Rosa Quint by said'],
    [
      'Writing in her column, the engineer Rosa Quint said that the wood is rotten.',
      'indirect “that the wood is rotten” of the engineer Rosa Quint by said',
    ],
    [
      'A 16-year-old boy who stowed away on a ship said that the wood is rotten.',
      'indirect “that the wood is rotten” of A 16-year-old boy who stowed away on a ship by said',
    ],
    ['Engineers lambasted the board for its silence.', 'indirect “the board for its silence” of Engineers by lambasted'],
  ]
  for (const [line, quote] of cases) t.same(said(PIER, line, REPORT), [quote])
  t.same(said(PIER, 'The trick, explains Rosa Quint, is a mineral from the quay.', REPORT), [
    'indirect “The trick” of Rosa Quint by explains',
    'indirect “is a mineral from the quay” of Rosa Quint by explains',
  ])
})

t.test('English: a relative pronoun is whom it is about, a surname alone is its bearer', async (t) => {
  const found = extract(
    `${PIER}\nJoan Hesk laughed. One student, who asked not to be named, said she had missed an exam on the pier.\nThe engineer Rosa Quint spoke next. Owen Falk disagrees with Quint. She said: “Look at the wood.”\n${REPORT}`,
  )
  t.notMatch(found.quotes.find(({ speaker }) => speaker?.text === 'who')?.speaker?.name, /Hesk/)
  t.equal(found.quotes.find(({ text }) => text === 'Look at the wood.')?.speaker?.name, 'Rosa Quint')
})

t.test('English: an office and its holder behind whatever opens the sentence', async (t) => {
  for (const opening of ['However, the mayor', 'On Friday the mayor', 'In May, however, the mayor'])
    t.same(said(PIER, `${opening}, Dana Wills, said the pier was safe.`, REPORT), [
      'indirect “the pier was safe” of the mayor, Dana Wills by said',
    ])
  t.same(said(PIER, 'In a letter to staff, the mayor, Dana Wills, conceded last year that the pier was unsafe.', REPORT), [
    'indirect “that the pier was unsafe” of the mayor, Dana Wills by conceded',
  ])
})

t.test('English: who serves somebody is not that person; kin are known by one name', async (t) => {
  t.same(quotes('A spokesman for Gov. Dana Wills said the pier was safe.'), [
    'indirect: the pier was safe — A spokesman for Gov. Dana Wills',
  ])
  t.same(quotes('Her husband, Frank, came to the bridge. “It is the welds,” he insisted.'), [
    'direct: It is the welds, — he → Frank, husband',
  ])
})

t.test('English: those who are counted, what records show, whose names serve others, how something is said', async (t) => {
  quotesAre(t, {
    'Two losing bidders, Pavell Group and Orrin Waste, have complained that the rules were altered.': [
      'indirect: that the rules were altered — Two losing bidders, Pavell Group and Orrin Waste → Two losing bidders',
    ],
    'Documents seen by Northwire show officials warned of “a perception risk” as early as January.': [
      'indirect: “a perception risk” as early as January — officials',
      'partial: a perception risk — officials',
    ],
    'In one email, a procurement officer whose name has been redacted asks whether the town is comfortable.': [
      'indirect: whether the town is comfortable — a procurement officer whose name has been redacted',
    ],
    'A spokesperson for the carmaker Orsa said it does not comment on suppliers.': [
      'indirect: it does not comment on suppliers — A spokesperson for the carmaker Orsa',
    ],
    '“What is the threshold for children?” shouted one dad.': ['direct: What is the threshold for children? — one dad'],
    'PC Anwar Siddiq said that no arrests were made.': ['indirect: that no arrests were made — PC Anwar Siddiq → Anwar Siddiq, PC'],
    '“Oh,” said Ann Poe, quite loudly, “there you are.”': ['direct: Oh, — Ann Poe', 'direct: there you are. — Ann Poe'],
    '“Oh,” Ann Poe said, quite loudly, “there you are.”': ['direct: Oh, — Ann Poe', 'direct: there you are. — Ann Poe'],
    '“I told him,” Ann Poe said. “He said, ‘You do not even know.’”': [
      'direct: I told him, — Ann Poe',
      'direct: He said, ‘You do not even know.’ — Ann Poe',
    ],
  })
})

t.test('English: apposed names, he and she by first names, a clause behind a semicolon', async (t) => {
  quotesAre(t, {
    'The island’s roads minister, Ewan Birk, who had kept away, said the ruling was clear.': [
      'indirect: the ruling was clear — The island’s roads minister, Ewan Birk, who had kept away → Ewan Birk, island’s roads minister',
    ],
    'Lottie Orme smiled. Her husband, Dean, was calmer: “You pay, you cross. That is the deal.”': [
      'direct: You pay, you cross. That is the deal. — Her husband, Dean → Dean, husband',
    ],
    'Consumer group FairDeck accused the town of “double counting” and said it had complained.': [
      'indirect: the town of “double counting” — Consumer group FairDeck → FairDeck, Consumer group',
      'partial: double counting — Consumer group FairDeck → FairDeck, Consumer group',
      'indirect: it had complained — Consumer group FairDeck → FairDeck, Consumer group',
    ],
    'The town has promised compensation; none has arrived, Pieter Rook claims.': [
      'indirect: compensation — The town',
      'indirect: none has arrived — Pieter Rook',
    ],
    'One of them, TollJet, said it would not follow.': ['indirect: it would not follow — One of them, TollJet → TollJet'],
    'Mayor Denise Orr and Chief Ray Dunn came in together. Asked about Dunn’s future, she replied, “He has twenty minutes.”': [
      'direct: He has twenty minutes. — she → Denise Orr, Mayor',
    ],
    'Pieter Rook paid once. For Rook, that was enough. “You can’t guard a bridge,” he says.': [
      'direct: You can’t guard a bridge, — he → Pieter Rook',
    ],
    'Kavita Rao wants her son to finish Class XII. “Let him top the boards,” she said.': [
      'indirect: her son to finish Class XII — Kavita Rao',
      'direct: Let him top the boards, — she → Kavita Rao',
    ],
  })
})

t.test('English: who speaks anonymously, who is called by a title once, scholars', async (t) => {
  quotesAre(t, {
    'Two engineers who spoke on condition of anonymity because they were not authorized to talk to the press said the pumps were due.': [
      'indirect: the pumps were due — Two engineers who spoke on condition of anonymity because they were not authorized to talk to the press',
    ],
    'Lorna Petty keeps six hens. “Ms. Petty owns no rooster,” the clerk wrote.\nIts director said little. Petty was home. “Quiche,” she said.':
      ['direct: Ms. Petty owns no rooster, — the clerk', 'indirect: little — Its director', 'direct: Quiche, — she → Lorna Petty'],
    'Hydrologist Meg Alonso said the canal could crest.': [
      'indirect: the canal could crest — Hydrologist Meg Alonso → Meg Alonso, Hydrologist',
    ],
  })
})

t.test('English: who speaks with somebody, names that begin small, whose brother, what leads a leader', async (t) => {
  quotesAre(t, {
    'The bridge will close for a week, the builder and state regulators said on Friday.': [
      'indirect: The bridge will close for a week — the builder and state regulators',
    ],
    'Senator Cole Varga, Unionist of Osage, has talked about moving pumps to the flooded streets, and Mara Quill said she would send more of them.':
      [
        'indirect: about moving pumps to the flooded streets — Senator Cole Varga, Unionist of Osage → Cole Varga, Senator',
        'indirect: she would send more of them — Mara Quill',
      ],
    'Hamza al-Rashdi crossed first. “He will not pay,” said al-Rashdi, who drives a taxi.': [
      'direct: He will not pay, — al-Rashdi, who drives a taxi → Hamza al-Rashdi',
    ],
    'Astrid Moe fell. Ioana Freitas, whose brother Tiago, 34, fell too, said it was late. “I have the paper,” she said.': [
      'indirect: it was late — Ioana Freitas, whose brother Tiago, 34, fell too → Ioana Freitas',
      'direct: I have the paper, — she → Ioana Freitas',
    ],
    'Opposition leader Verity Cope was not there. She asked why the bridge was closed.': [
      'indirect: why the bridge was closed — She → Verity Cope, Opposition leader',
    ],
    'His mother, Diane Poe, said in a brief interview on her porch that he had always been curious.': [
      'indirect: that he had always been curious — His mother, Diane Poe → Diane Poe, mother',
    ],
    'Parkwise said it was sorry. It did not say how many bridges it owns.': [
      'indirect: it was sorry — Parkwise',
      'indirect: how many bridges it owns — It → Parkwise',
    ],
    'My grandmother used to say that a bridge is a promise.': ['indirect: that a bridge is a promise — My grandmother'],
  })
})

t.test('English: names behind what their bearers did, roles without looks and without the words around them', async (t) => {
  quotesAre(t, {
    '"He asked for juice," said the firefighter who reached him, Lidia Paz.': [
      'direct: He asked for juice, — the firefighter who reached him, Lidia Paz → Lidia Paz, firefighter who reached him',
    ],
    '"It stands," said Rosario Quint, a seamstress, wrapped in a hotel blanket beside her van.': [
      'direct: It stands, — Rosario Quint, a seamstress, wrapped in a hotel blanket beside her van → Rosario Quint, seamstress',
    ],
  })
})

t.test('English: “it” is no person, though a surname is one word as many a firm is', async (t) => {
  quotesAre(t, {
    'Voters like Harold Finch. Finch said the count was wrong. It vowed to settle the matter.': [
      'indirect: the count was wrong — Finch → Harold Finch',
      'indirect: to settle the matter — It',
    ],
    'Parkwise said the meters were broken. It said they would be mended.': [
      'indirect: the meters were broken — Parkwise',
      'indirect: they would be mended — It → Parkwise',
    ],
  })
})

t.test('English: who “it” is, who bears a surname first, names behind “named”, what is shot back', async (t) => {
  quotesAre(t, {
    'The company, Ellery Bay Lines, was less certain. In a statement it said crews were “an internal matter.”': [
      'indirect: crews were “an internal matter.” — it → Ellery Bay Lines, company',
      'partial: an internal matter. — it → Ellery Bay Lines, company',
    ],
    'One passenger, a schoolteacher named Oduya Marsh, recalled a noise “like a building clearing its throat.”': [
      'indirect: a noise “like a building clearing its throat.” — One passenger, a schoolteacher named Oduya Marsh → Oduya Marsh, schoolteacher',
      'partial: like a building clearing its throat. — One passenger, a schoolteacher named Oduya Marsh → Oduya Marsh, schoolteacher',
    ],
    '“Your voters may not know,” Beau Whitcomb shot back, “but I promise you they can feel it.”': [
      'direct: Your voters may not know, — Beau Whitcomb',
      'direct: but I promise you they can feel it. — Beau Whitcomb',
    ],
    'Chisomo Phiri, a former minister, crossed the river. Phiri said the bridge was safe. A cousin, Mulenga Phiri, said it was not.': [
      'indirect: the bridge was safe — Phiri → Chisomo Phiri, former minister',
      'indirect: it was not — A cousin, Mulenga Phiri → Mulenga Phiri, cousin',
    ],
    '“We have seen big fish before,” said its director, Father Ignatius Banda.': [
      'direct: We have seen big fish before, — its director, Father Ignatius Banda → Ignatius Banda, director',
    ],
  })
})

t.test('English: offices with lists and titles with “of”, what is no role, a colon ahead of words in marks', async (t) => {
  quotesAre(t, {
    'The Bureau of Tides, Lights and Public Piers said the blast was an accident.': [
      'indirect: the blast was an accident — The Bureau of Tides, Lights and Public Piers',
    ],
    'Orsa State Patrol confirmed that two drivers were hurt.': ['indirect: that two drivers were hurt — Orsa State Patrol'],
    'Hollow Roads, a survey following two crews, warns residents should mind their step.': [
      'indirect: residents should mind their step — Hollow Roads, a survey following two crews → Hollow Roads, survey following two crews',
    ],
    'Harbor League of Stokers President Ann Orme described the fire as rare. “He was a good stoker,” Orme said.': [
      'indirect: the fire as rare — Harbor League of Stokers President Ann Orme → Ann Orme, Harbor League of Stokers President',
      'direct: He was a good stoker, — Orme → Ann Orme, Harbor League of Stokers President',
    ],
    '“Our street is tired,” said Charlie King, a lively North Orsa campaigner.': [
      'direct: Our street is tired, — Charlie King, a lively North Orsa campaigner → Charlie King, lively North Orsa campaigner',
    ],
    '“Nobody counted twice,” said Odile Pym, a University of Orsa law professor.': [
      'direct: Nobody counted twice, — Odile Pym, a University of Orsa law professor → Odile Pym, University of Orsa law professor',
    ],
    'Former Secretary of State Ada Penrose urged calm. Penrose said the vote was fair.': [
      'indirect: calm — Former Secretary of State Ada Penrose → Ada Penrose, Former Secretary of State',
      'indirect: the vote was fair — Penrose → Ada Penrose, Former Secretary of State',
    ],
    'As she took her sail to go home, Mia Sorley stopped. “I will be back,” Sorley said.': [
      'direct: I will be back, — Sorley → Mia Sorley',
    ],
    'Aides to the treasurer and Ada Penrose said the books were clean. A weary Ada Penrose said no more.': [
      'indirect: the books were clean — Aides to the treasurer and Ada Penrose',
      'indirect: no more — A weary Ada Penrose → Ada Penrose',
    ],
    'Trade-named Tobi, the glue was sold in May. In June chairman Walter Prinz went on air: “We sell less,” he said in the studio.': [
      'direct: We sell less, — he → Walter Prinz, chairman',
    ],
    'The lake will rise, Nadia Mills said October 3 in Orsa.': ['indirect: The lake will rise — Nadia Mills'],
    'Gov. Lena Strom confirmed the find on her page at 7:12 (10:12 p.m. CT), with a note: “She is home and well!”': [
      'indirect: the find on her page at 7:12 (10:12 p.m. CT), with a note: “She is home and well!” — Gov. Lena Strom → Lena Strom, Gov.',
      'direct: She is home and well! — Gov. Lena Strom → Lena Strom, Gov.',
    ],
    'Co-author Tom Bell cautioned that the sample was small. Analysts polled by FactLine said it was not.': [
      'indirect: that the sample was small — Co-author Tom Bell → Tom Bell, Co-author',
      'indirect: it was not — Analysts polled by FactLine',
    ],
    'Please refrain from adding links to other sites.': [],
  })
})

t.test('English: members of parliament, honorifics, nicknames inside marks, papers that say what was said', async (t) => {
  quotesAre(t, {
    'Pru Tanner MP, Orsa’s Shadow Minister for Piers, reacting to the report, said: “Nobody asked the fishermen.”': [
      'direct: Nobody asked the fishermen. — Pru Tanner MP, Orsa’s Shadow Minister for Piers → Pru Tanner, Orsa’s Shadow Minister for Piers',
    ],
    '“Herring will cost more,” Orsa Trust analysts were quoted by the Orsa Wire as saying on Friday.': [
      'direct: Herring will cost more, — Orsa Trust analysts via the Orsa Wire',
    ],
    'Sources familiar with the auction said the price was low. People aware of the plans said it was high.': [
      'indirect: the price was low — Sources familiar with the auction',
      'indirect: it was high — People aware of the plans',
    ],
    'Works Minister Datuk Seri Farid Ibram said the roads were safe. Farid said they were open.': [
      'indirect: the roads were safe — Works Minister Datuk Seri Farid Ibram → Farid Ibram, Works Minister',
      'indirect: they were open — Farid → Farid Ibram, Works Minister',
    ],
    '"I danced with Mayor Ferd "Bongo” Marek in May and lost a shoe," Ann Roe said.': [
      'direct: I danced with Mayor Ferd "Bongo” Marek in May and lost a shoe, — Ann Roe',
    ],
    'Mr Humud said after the storm that the ferries must stop, the Orsa Mail said.': [
      'indirect: Mr Humud said after the storm that the ferries must stop — the Orsa Mail',
      'indirect: that the ferries must stop — Mr Humud → Humud via the Orsa Mail',
    ],
    'Roe went on to argue that the board had misled the house.': ['indirect: that the board had misled the house — Roe'],
    'Candidate Gov. Jane Roe said the tax was gone.': ['indirect: the tax was gone — Candidate Gov. Jane Roe → Jane Roe, Candidate'],
  })
  t.same(said(PIER, 'AMB. CORTEZ: We are glad to be here.', 'SEC. BRILL: So am I.', 'SEC. OSORIO: Let us begin.', REPORT), [
    'direct “We are glad to be here.” of AMB. CORTEZ by :',
    'direct “So am I.” of SEC. BRILL by :',
    'direct “Let us begin.” of SEC. OSORIO by :',
  ])
  t.same(
    said(
      'Coach Pat Shermer speaks after the game',
      'Head Coach Pat Shermer',
      'Opening statement: We lost to the wind.',
      'Q: Who missed the boat?',
      'A: Nobody did.',
      'Q: And the last oar?',
      'A: It broke in two.',
    ),
    ['direct “We lost to the wind.” of Opening statement by :', 'direct “Nobody did.” of A by :', 'direct “It broke in two.” of A by :'],
  )
})

t.test('English: words with a capital that open a sentence are no part of a name', async (t) => {
  quotesAre(t, {
    'Neither Donald Trell nor his wife came. Despite Trell’s absence the guests sang. Trell said he had a cold.': [
      'indirect: he had a cold — Trell → Donald Trell',
    ],
    'Ironically, nobody came. Given Ada Penrose’s cold, the guests sang. Penrose said she was well.': [
      'indirect: she was well — Penrose → Ada Penrose',
    ],
    'Beyond Mia Sorley, nobody sang. Sorley said the song was long.': ['indirect: the song was long — Sorley → Mia Sorley'],
  })
})

t.test('English: surnames that are callings, whose people are theirs', async (t) => {
  quotesAre(t, {
    'Former Orsa governor Jan Brewer said the dam was safe. Orsa Action Forum’s Douglas Holt said it was not. Orsa News presenter Clive Orr laughed.':
      [
        'indirect: the dam was safe — Former Orsa governor Jan Brewer → Jan Brewer, Former Orsa governor',
        'indirect: it was not — Orsa Action Forum’s Douglas Holt → Douglas Holt',
      ],
  })
})

t.test('English: firms by where they are traded, who is named by what he is, roles end before titles in marks', async (t) => {
  quotesAre(t, {
    'DELLBY, Orsa, May 3, 2022 /PRWire/ -- Orsa Robotics (NASDAQ: ORSR), a maker of crates, announced that it has moved. Orsa Kettles (NYSE: OKE) said it has not.':
      [
        'indirect: that it has moved — Orsa Robotics (NASDAQ: ORSR), a maker of crates → Orsa Robotics',
        'indirect: it has not — Orsa Kettles (NYSE: OKE) → Orsa Kettles',
      ],
    'Her neighbour, a retired pilot named Gus Orr, laughed at the fence. “Look up,” he said. “Every leaf is a hat,” warns Tess Okoro, author of “The Patient Garden.”':
      ['direct: Look up, — he → Gus Orr', 'direct: Every leaf is a hat, — Tess Okoro, author of → Tess Okoro, author'],
  })
})

t.test('English: whoever signs words with an office that opens with capitals', async (t) => {
  quotesAre(t, {
    '“Our ports are drowning, and we discuss the colour of the carpet.” — Adela Moreau, U.N. envoy for oceans': [
      'direct: Our ports are drowning, and we discuss the colour of the carpet. — Adela Moreau, U.N. envoy for oceans → Adela Moreau, U.N. envoy for oceans',
    ],
    '“My grandmother’s house stands in the sea.” – Lani Tufue, 17, a student from Apua': [
      'direct: My grandmother’s house stands in the sea. — Lani Tufue, 17, a student from Apua → Lani Tufue, student from Apua',
    ],
    '“You will be judged by your children,” – Tomas Berg, president of the Dock Union, to the delegates.': [
      'direct: You will be judged by your children, — Tomas Berg, president of the Dock Union → Tomas Berg, president of the Dock Union',
    ],
  })
})

t.test('English: officers of towns, and a sentence that ends with “no.”', async (t) => {
  quotesAre(t, {
    'Selectman Ray Hillis said no. Councilmember Tammi Thorne said the bridge would stay.': [
      'indirect: the bridge would stay — Councilmember Tammi Thorne → Tammi Thorne, Councilmember',
    ],
    'Engineer Ann Mossley said that No. 5 of the six arches was cracked.': [
      'indirect: that No. 5 of the six arches was cracked — Engineer Ann Mossley → Ann Mossley, Engineer',
    ],
  })
})

t.test('English: surnames with a small letter, countrymen, bosses', async (t) => {
  quotesAre(t, {
    'Manager Jan van Gelder spoke on Sunday. “We have to improve,” said van Gelder. “It rains,” Gelder said. Van Gelder said the bridge was shut.':
      [
        'direct: We have to improve, — van Gelder → Jan van Gelder, Manager',
        'direct: It rains, — Gelder → Jan van Gelder, Manager',
        'indirect: the bridge was shut — Van Gelder → Jan van Gelder, Manager',
      ],
    'Midfielder Juan Marta scored twice. “We can win this league,” the Spaniard added.': [
      'direct: We can win this league, — the Spaniard → Juan Marta, Midfielder',
    ],
    'Rovers boss Tony Pullin was happy. He said: “It is a great result for us.”': [
      'direct: It is a great result for us. — He → Tony Pullin, Rovers boss',
    ],
  })
})
