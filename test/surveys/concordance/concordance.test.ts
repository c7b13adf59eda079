import t from 'tap'
import type { CodeMap, Concept, Concordance } from '../../../schemas/concordance.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { checkConcordances } from '../../../surveys/concordance/check-concordances.ts'
import { codeMappingOf, composed, laterCode } from '../../../surveys/concordance/code-mapping.ts'
import {
  continuedQuestions,
  continuedVariables,
  lastNames,
  lastVariables,
  predecessorOf,
} from '../../../surveys/concordance/concordance.ts'
import { concordanceProblems } from '../../../surveys/concordance/concordance-problems.ts'
import { loadConcordances } from '../../../surveys/concordance/load-concordances.ts'
import { loadInstrument } from '../../../surveys/definition/load.ts'
import { smallDefinition } from '../../support/definition.ts'
import { published } from '../../support/published.ts'

type Question = Record<string, unknown>

const survey = (id: string, change: (questions: Question[]) => Question[]): Instrument => {
  const { sections, ...rest } = smallDefinition()
  const changed = sections.map((section) => ({ ...section, questions: change(section.questions as never) }))
  return compile({ ...rest, id, sections: changed })
}
const reworded = (title: string, id: string) => (questions: Question[]) =>
  questions.map((one) => (one.id === id ? { ...one, title } : one))

const first = survey('erste', (questions) => questions)
const second = survey('zweite', reworded('Wer ist betreut?', 'betreut'))
const third = survey('dritte', (questions) =>
  questions.flatMap((one) => {
    if (one.id === 'anmerkungen') return []
    return one.id === 'kuerzel' ? [one, { ...one, id: 'amt', contact: undefined }] : [one]
  }),
)
const surveys = new Map([first, second, third].map((one) => [one.id, one]))
const everything = ['gkz', 'kuerzel', 'zg', 'gesamt', 'alter', 'betreut', 'anmerkungen']
const without = (...ids: string[]) => everything.filter((id) => !ids.includes(id))

const concept = (status: Concept['status'], questions: string[], before?: string) =>
  ({ status, questions, why: `${status}.`, ...(before === undefined ? {} : { before }) }) as Concept
const panel = (...concepts: Concept[]) =>
  ({ id: 'probe', title: 'Probe', steps: [{ from: 'erste', to: 'zweite', concepts }] }) as unknown as Concordance
const right = panel(concept('same', without('betreut')), concept('reworded', ['betreut']))

t.test('a concordance that fits has no problems', async (t) => {
  t.strictSame(concordanceProblems(right, surveys), [])
})

const faults: [about: string, document: unknown, path: string, message: RegExp][] = [
  ['no reason', panel({ ...concept('same', everything), why: '' }), '/steps/0/concepts/0/why', /Muster/],
  ['another status', panel(concept('equal' as Concept['status'], everything)), '/steps/0/concepts/0/status', /Erlaubt/],
  [
    'not mentioned',
    panel(concept('same', without('betreut', 'gesamt')), concept('reworded', ['betreut'])),
    '/steps/0/concepts',
    /„gesamt“ \(F4\) aus erste kommt nicht vor/,
  ],
  [
    'not there',
    panel(concept('same', [...without('betreut'), 'fort']), concept('reworded', ['betreut'])),
    '/steps/0/concepts/0/questions/6',
    /„fort“ gibt es in erste nicht/,
  ],
  [
    'a part of a question',
    panel(concept('same', [...without('betreut'), 'zg_alter']), concept('reworded', ['betreut'])),
    '/steps/0/concepts/0/questions/6',
    /„zg_alter“ gibt es in erste nicht/,
  ],
  [
    'named twice',
    panel(concept('same', [...without('betreut'), 'gkz']), concept('reworded', ['betreut'])),
    '/steps/0/concepts/0/questions/6',
    /„gkz“ aus erste ist schon genannt/,
  ],
  [
    'the same and yet different',
    panel(concept('same', everything)),
    '/steps/0/concepts/0/questions/5',
    /„betreut“ steht als „same“, die Fragen sind aber verschieden \(Wortlaut\)/,
  ],
  [
    'different and yet the same',
    panel(concept('reworded', everything)),
    '/steps/0/concepts/0/questions/0',
    /die Fragen sind aber gleich/,
  ],
  [
    'new and yet there before',
    panel(concept('same', without('betreut')), concept('new', ['betreut']), concept('dropped', ['betreut'])),
    '/steps/0/concepts/1/questions/0',
    /gibt es aber in beiden/,
  ],
  [
    'a former name for two',
    panel(concept('same', without('betreut'), 'gkz'), concept('reworded', ['betreut'])),
    '/steps/0/concepts/0/before',
    /genau einer Frage/,
  ],
  [
    'no such survey',
    { ...right, steps: [{ ...right.steps[0], to: 'vierte' }] },
    '/steps/0/to',
    /„vierte“ gibt es nicht/,
  ],
  [
    'steps that do not meet',
    { ...right, steps: [right.steps[0], { ...right.steps[0], from: 'erste' }] },
    '/steps/1/from',
    /Der Schritt davor endet bei zweite/,
  ],
]

for (const [about, document, path, message] of faults) {
  t.test(`${about} is a problem with its place`, async (t) => {
    t.match(concordanceProblems(document, surveys)[0], { path, message })
  })
}

t.test('two surveys that different people answer are no panel', async (t) => {
  const persons = await published('umfrage-3')
  t.match(concordanceProblems(right, new Map([...surveys, ['zweite', persons]])), [
    { path: '/steps/0', message: /denselben/ },
  ])
})

t.test('a base that the definitions say has changed cannot be called anything else', async (t) => {
  const [before, after] = [await loadInstrument('umfrage-1', '1.0.0'), await loadInstrument('umfrage-4', '1.0.0')]
  const lage = (await loadConcordances()).find(({ id }) => id === 'lage')
  if (before === undefined || after === undefined || lage === undefined) return t.fail()
  const told = structuredClone(lage)
  for (const one of told.steps[0].concepts) if (one.status === 'changedBase') one.status = 'reworded'
  t.match(concordanceProblems(told, new Map([before, after].map((one) => [one.id, one]))), [
    { message: /„im_unterbringung“ steht als „reworded“, der Bezug ist aber ein anderer \(F12 → F14, F15\)/ },
    { message: /„im_herkunft“/ },
  ])
})

t.test('every fault comes with its file, and a survey continues one other only', async (t) => {
  const text = JSON.stringify(right)
  const { problems, checked } = checkConcordances(
    [
      { file: 'a.json', text },
      { file: 'b.json', text },
      { file: 'c.json', text: '{' },
    ],
    surveys,
  )
  t.match(problems, [
    { file: 'b.json', path: '/steps/0/to', message: /steht schon in a\.json/ },
    { file: 'c.json', path: '/', message: /kein gültiges JSON/ },
  ])
  t.strictSame(checked, ['a.json: erste → zweite, 7 Fragen'])
})

const choice = (id: string, labels: Record<string, string>) => (questions: Question[]) => {
  const options = Object.entries(labels).map(([code, label]) => ({ code, label }))
  const asked = { number: 'F99', id, kind: 'choice', title: 'Wer macht es?', options }
  return questions.some((one) => one.id === 'betreut') ? [...questions, asked] : questions
}
const wer = survey('erste', choice('wer', { amt: 'Das Amt', verein: 'Ein Verein', firma: 'Eine Firma' }))
const wie = survey('zweite', choice('wie', { amt: 'Das Amt', frei: 'Freie', sonst: 'Sonstiges' }))
const mapped = (codes: unknown, rest: Partial<Concept> = {}) =>
  concordanceProblems(
    panel(concept('same', everything), {
      ...concept('reworded', ['wie'], 'wer'),
      ...(codes === undefined ? {} : { codes }),
      ...rest,
    } as Concept),
    new Map([wer, wie].map((one) => [one.id, one])),
  ).map(({ path, message }) => `${path.replace('/steps/0/concepts/1', '')}: ${message}`)
const common = (code: string, before: string[], after: string[], label = code) => ({ code, label, before, after })
const free = [common('amt', ['amt'], ['amt']), common('frei', ['verein', 'firma'], ['frei'])]
const fitting = { categories: free, undecided: { after: ['sonst'] } }

t.test('answers that are not the same are compared only as a mapping says', async (t) => {
  t.strictSame(mapped(fitting), [])
  t.match(mapped(undefined), [
    /^\/questions\/0: „wie“ hat nicht in beiden .*\(nur früher: verein, firma; nur später: frei, sonst\)/,
  ])
  const wrong: [unknown, RegExp][] = [
    [{ categories: free }, /^\/codes: Die Antwort „sonst“ der späteren Umfrage kommt nicht vor/],
    [{ ...fitting, categories: [...free, common('x', ['firma'], ['frei'])] }, /„firma“ .* ist zweimal zugeordnet/],
    [{ ...fitting, undecided: { after: ['sonst', 'nie'] } }, /„nie“ der späteren Umfrage gibt es nicht/],
    [{ ...fitting, undecided: { after: ['sonst'], before: ['amt'] } }, /„amt“ der früheren .* zweimal zugeordnet/],
    [{ categories: [free[0], { ...free[1], code: 'amt' }], undecided: fitting.undecided }, /„amt“ steht zweimal/],
    [{ categories: [free[0], { ...free[1], label: 'amt' }], undecided: fitting.undecided }, /heißen „amt“/],
    [{ ...fitting, categories: [...free, common('leer', [], ['sonst'])] }, /^\/codes\/categories\/2\/before/],
  ]
  for (const [codes, expected] of wrong) t.match(mapped(codes)[0], expected)
  t.match(mapped(fitting, { questions: ['wie', 'gkz'] })[0], /genau einer Frage/)
})

t.test('a code that means something else is not the same, whatever it is called; case is no difference', async (t) => {
  const other = (labels: Record<string, string>) =>
    concordanceProblems(
      panel(concept('same', everything), concept('reworded', ['wer'])),
      new Map([wer, survey('zweite', choice('wer', labels))].map((one) => [one.id, one])),
    ).map(({ message }) => message)
  t.match(other({ amt: 'Das Amt', verein: 'Eine Firma', firma: 'Ein Verein' }), [
    /anders benannt: verein, firma\)\. Welche dasselbe bedeuten, sagt „codes“/,
  ])
  t.match(other({ amt: 'das Amt', verein: 'Ein Verein', firma: 'Eine Firma' }), [
    /^„wer“ steht als „reworded“, die Fragen sind aber gleich\.$/,
  ])
})

t.test('over two steps an answer stays decided where all it can mean is', async (t) => {
  const second = codeMappingOf({
    categories: [common('A', ['amt'], ['eins']), common('F', ['frei', 'sonst'], ['zwei', 'drei'])],
    undecided: { after: ['vier'] },
  } as unknown as CodeMap)
  const both = composed(codeMappingOf(fitting as unknown as CodeMap), second)
  t.strictSame(both, {
    categories: [common('A', ['amt'], ['eins'])],
    undecided: { before: ['verein', 'firma'], after: ['zwei', 'drei', 'vier'] },
  })
  const clear = composed(codeMappingOf({ categories: free } as unknown as CodeMap), {
    ...second,
    undecided: { before: ['sonst'], after: [] },
    categories: [common('A', ['amt'], ['eins']), common('F', ['frei'], ['zwei', 'drei'])],
  })
  t.strictSame(clear.categories[1], common('F', ['verein', 'firma'], ['zwei', 'drei']))
})

t.test('equal questions are reworded where something beside them was different, and only there', async (t) => {
  const beside = (status: Concept['status']) =>
    concordanceProblems(
      panel(concept('same', without('betreut', 'gesamt')), concept('reworded', ['betreut']), {
        ...concept(status, ['gesamt']),
        beside: 'Liste',
      }),
      surveys,
    ).map(({ message }) => message)
  t.strictSame(beside('reworded'), [])
  t.match(beside('same'), [/„gesamt“ steht als „same“, daneben war aber etwas anders \(Liste\)/])
})

const chain = {
  ...right,
  steps: [
    right.steps[0],
    {
      from: 'zweite',
      to: 'dritte',
      concepts: [
        concept('same', without('betreut', 'anmerkungen', 'kuerzel')),
        concept('changedBase', ['betreut']),
        concept('new', ['kuerzel']),
        concept('reworded', ['amt'], 'kuerzel'),
        concept('dropped', ['anmerkungen']),
      ],
    },
  ],
} as unknown as Concordance

t.test('over three surveys the gravest caveat counts, and all are told', async (t) => {
  const over = (from: string, to: string) =>
    Object.fromEntries(
      continuedQuestions([chain], from, to).map(({ before = '', after = '', status, why }) => [
        `${before} ${after}`,
        `${status}: ${why}`,
      ]),
    )
  t.match(over('erste', 'dritte'), {
    'gkz gkz': 'same: same.',
    'betreut betreut': 'changedBase: reworded. changedBase.',
    ' kuerzel': 'new: new.',
    'kuerzel amt': 'reworded: same. reworded.',
    'anmerkungen ': 'dropped: dropped.',
  })
  t.match(over('zweite', 'dritte'), { 'betreut betreut': 'changedBase: changedBase.' })
  t.strictSame(over('dritte', 'erste'), {}, 'nothing continues backwards')
  t.strictSame(over('zweite', 'zweite'), {}, 'nor itself')
  t.strictSame(
    ['erste', 'zweite', 'dritte'].map((id) => predecessorOf([chain], id)),
    [undefined, 'erste', 'zweite'],
  )
})

t.test('a question asked anew after it was dropped is no continuation', async (t) => {
  const gap = structuredClone(chain)
  gap.steps[0].concepts = [concept('same', without('betreut')), concept('dropped', ['betreut'])] as never
  const last = gap.steps[1]
  if (last === undefined) return t.fail()
  last.concepts = [concept('new', ['betreut'])] as never
  t.match(
    continuedQuestions([gap], 'erste', 'dritte').map(({ before, after, status }) => ({ before, after, status })),
    [
      { before: 'betreut', after: undefined, status: 'dropped' },
      { before: undefined, after: 'betreut', status: 'new' },
    ],
  )
})

/** Three surveys of which the second leaves a question out. */
const gap = new Map(
  [
    first,
    survey('zweite', (questions) => questions.filter(({ id }) => id !== 'anmerkungen')),
    survey('dritte', (questions) => questions),
    survey('andere', (questions) => questions),
  ].map((one) => [one.id, one]),
)
const again = (changed: Partial<Concept>) => {
  const rest = concept('same', without('anmerkungen'))
  const steps = [
    { from: 'erste', to: 'zweite', concepts: [rest, concept('dropped', ['anmerkungen'])] },
    { from: 'zweite', to: 'dritte', concepts: [rest, { ...concept('same', ['anmerkungen']), ...changed }] },
  ]
  return { id: 'probe', title: 'Probe', steps } as unknown as Concordance
}
const statesOf = (told: Concordance, from: string) =>
  continuedQuestions([told], from, 'dritte').flatMap(({ before, after, status }) =>
    [before, after].includes('anmerkungen') ? [{ before, after, status }] : [],
  )

t.test('what comes back after a gap is continued from where it was asked last, and says so', async (t) => {
  const back = again({ from: 'erste' })
  t.strictSame(concordanceProblems(back, gap), [])
  t.strictSame(statesOf(back, 'erste'), [{ before: 'anmerkungen', after: 'anmerkungen', status: 'same' }])
  t.strictSame(statesOf(back, 'zweite'), [{ before: undefined, after: 'anmerkungen', status: 'new' }])
  const wrong = (changed: Partial<Concept>, surveys = gap) =>
    concordanceProblems(again({ from: 'erste', ...changed }), surveys)[0]?.message
  t.match(wrong({ status: 'reworded' }), /„anmerkungen“ steht als „reworded“, die Fragen sind aber gleich/)
  t.match(wrong({ from: 'keine' }), /„keine“ gibt es nicht/)
  t.match(wrong({ from: 'zweite' }), /eine Umfrage vor zweite/)
  t.match(wrong({ status: 'new' }), /nur bei Fragen, die diese hier wieder aufnimmt/)
  const whole = new Map([...gap, ['zweite', survey('zweite', (questions) => questions)]])
  const problems = concordanceProblems(again({ from: 'erste' }), whole).map(({ message }) => message)
  t.ok(problems.includes('„anmerkungen“ fragt auch zweite.'), problems.join())
})

t.test('a survey of another panel is taken up where it asked last, and nothing else of it', async (t) => {
  const back = again({ from: 'andere' })
  t.strictSame(concordanceProblems(back, gap), [])
  t.strictSame(continuedQuestions([back], 'andere', 'dritte'), [
    { before: 'anmerkungen', after: 'anmerkungen', status: 'same', why: 'same.' },
  ])
  const circle = {
    ...panel(concept('same', everything)),
    steps: [{ from: 'dritte', to: 'andere', concepts: [concept('same', everything)] }],
  }
  const files = [back, circle].map((one, at) => ({ file: `${at}.json`, text: JSON.stringify(one) }))
  t.match(checkConcordances(files, gap).problems[0]?.message, /^dritte setzt über andere Umfragen sich selbst fort/)
})

t.test('an item that counts other persons under the same code is compared with nothing', async (t) => {
  const told = (code: string) =>
    panel(concept('same', without('betreut', 'alter')), concept('reworded', ['betreut']), {
      ...concept('reworded', ['alter']),
      beside: 'Liste',
      recounted: [code],
    } as Concept)
  t.match(concordanceProblems(told('nie'), surveys), [{ path: '/steps/0/concepts/2/recounted/0', message: /„nie“/ }])
  t.strictSame(concordanceProblems(told('jung'), surveys), [])
  const items = continuedVariables([told('jung')], first, second)
  t.match(
    items.filter(({ before, after }) => [before, after].includes('alter_jung')),
    [
      { before: undefined, status: 'new', why: /zählt die spätere Umfrage andere/ },
      { after: undefined, status: 'dropped', why: /zählt die spätere Umfrage andere/ },
    ],
  )
})

t.test('what stands beside a field: same names, former names, no contact data, no comments, no keys', async (t) => {
  const names = lastNames([chain], second, third)
  t.equal(names.get('alter_unbekannt'), 'alter_unbekannt')
  t.equal(names.get('zg_gruppe_andere_text'), 'zg_gruppe_andere_text')
  t.equal(names.get('alter_nv'), 'alter_nv')
  for (const name of ['gkz', 'kuerzel', 'amt', 'alter_kom', 'anmerkungen']) t.notOk(names.has(name), name)
})

t.test('the project: what Umfrage 4 shows of Umfrage 1, and what can be compared how', async (t) => {
  const concordances = await loadConcordances()
  const load = async (id: string) => await published(id)
  t.strictSame(
    [0, 1, 2, 3, 4].map((number) => predecessorOf(concordances, `umfrage-${number}`)),
    [undefined, undefined, 'umfrage-0', undefined, 'umfrage-1'],
  )
  const [one, four] = [await load('umfrage-1'), await load('umfrage-4')]
  const variables = continuedVariables(concordances, one, four)
  const find = (name: string) => variables.find(({ before, after }) => (after ?? before) === name)
  t.match(find('zp_status_duldung'), { status: 'same', why: /./ })
  t.match(find('im_herkunft_syrien'), { before: 'im_herkunft_syrien', status: 'changedBase', why: /Integrationsplan/ })
  for (const name of ['zp_herkunft_syrien', 'im_herkunft_asien'])
    t.match(find(name), { why: /2020 .*Liste .*2018 keine/ }, name)
  t.equal(find('zp_herkunft_syrien')?.status, 'reworded')
  t.match(find('zp_zugezogen_nv'), { before: undefined, status: 'new' })
  t.match(find('im_oepnv_unbekannt'), { after: undefined, status: 'dropped', why: /Verkehrsanbindung/ })
  t.match(find('gkz_kom'), { status: 'new', why: /nicht gefragt/ }, 'the key had no comment then')
  const asked = ({ variables, rules }: Instrument) => variables.length - rules.length
  t.equal(variables.length, asked(one) + asked(four) - variables.filter(({ before, after }) => before && after).length)
  const names = lastNames(concordances, one, four)
  t.ok([...names].every(([now, then]) => now === then))
  t.strictSame([names.has('zp_gesamt'), names.has('zp_weggezogen'), names.has('kuerzel')], [true, false, false])
  t.notOk(names.has('im_herkunft_syrien'), 'asked of other persons then')

  const organisation = lastNames(concordances, await load('umfrage-0'), await load('umfrage-2'))
  t.equal(organisation.get('organisation'), 'zustaendig')
  t.notOk(organisation.has('organisation_sonstiges_text'))
  const { codes } =
    lastVariables(concordances, await load('umfrage-0'), await load('umfrage-2')).get('organisation') ?? {}
  t.ok(codes, 'its answers are not the same')
  for (const { before, after } of codes?.categories ?? [])
    for (const code of before) t.equal(codes && laterCode(codes, code), after.length === 1 ? after[0] : undefined, code)
  t.equal(codes && laterCode(codes, 'gibt_es_nicht'), undefined)
})

t.test('the project: three waves, with a base that changed twice, a gap, and lists that got more', async (t) => {
  const concordances = await loadConcordances()
  const [one, two, four, next] = await Promise.all(
    ['umfrage-1', 'umfrage-2', 'umfrage-4', 'folgewelle'].map((id) => published(id)),
  )
  if (one === undefined || two === undefined || four === undefined || next === undefined) return t.fail()
  const between = (from: Instrument, name: string) =>
    continuedVariables(concordances, from, next).filter(({ before, after }) => [before, after].includes(name))
  t.match(between(one, 'im_schule'), [{ before: 'im_schule', after: 'im_schule', status: 'same' }])
  t.match(between(four, 'im_schule'), [{ before: undefined, status: 'new', why: /Umfrage 1 waren/ }])
  t.match(between(one, 'im_unterbringung_privat'), [{ status: 'changedBase', why: /2018 nennt .* 2025 gelten/ }])
  t.match(between(four, 'im_unterbringung_privat'), [{ status: 'changedBase', why: /^2020 sollten/ }])
  for (const from of [one, four]) {
    t.match(between(from, 'zp_status_duldung'), [{ before: 'zp_status_duldung', status: 'reworded' }])
    t.match(between(from, 'zp_status_ukraine'), [{ before: undefined, status: 'new' }])
    t.equal(between(from, 'zp_herkunft_europa').length, 2, 'apart: without Ukraine')
    t.match(between(from, 'zp_herkunft_syrien'), [{ status: 'reworded' }])
  }
  const all = continuedVariables(concordances, two, next)
  t.strictSame(
    [...new Set(all.flatMap(({ after, before }) => (before && after ? [after] : [])))],
    ['organisation', 'organisation_sonstiges_text', 'organisation_kom'],
  )
  t.strictSame(all.find(({ after }) => after === 'organisation')?.codes?.undecided, { before: [], after: ['verbund'] })
  t.notOk(lastNames(concordances, four, next).has('im_schule'), 'beside a field stands only what the wave before asked')
})
