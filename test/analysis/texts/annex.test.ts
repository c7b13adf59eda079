import t from 'tap'
import type { AnnexSection, Counts } from '../../../analysis/texts/annex/annex.ts'
import { annexDocument } from '../../../analysis/texts/annex/annex-document.ts'
import type { AnnexText } from '../../../analysis/texts/annex/annex-text.ts'
import { buildAnnex } from '../../../analysis/texts/annex/build-annex.ts'
import type { CodingNote } from '../../../analysis/texts/annex/document.ts'
import type { Plan } from '../../../analysis/texts/annex/plan.ts'
import { readPlan } from '../../../analysis/texts/annex/read-plan.ts'
import { tellAnnex } from '../../../analysis/texts/annex/tell-annex.ts'
import type { Category } from '../../../analysis/texts/codebook/category.ts'
import type { AnnexPlan } from '../../../schemas/annex.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { loadInstrument } from '../../../surveys/definition/load.ts'

const survey = await loadInstrument('umfrage-3')
if (survey === undefined) throw new Error('umfrage-3 is missing')
const instrument = survey

/** The shape of chapter 2 of the published annex: who uses a plan often, and who rarely. */
const document: AnnexPlan = {
  survey: 'umfrage-3',
  title: 'Kommentare',
  chosen: 'Ausgewählt ist, was eine Kategorie kennzeichnet.',
  chapters: [
    { title: 'Zeit', questions: ['zeit'] },
    {
      title: 'Nutzung',
      questions: ['plan_a_nutzung', 'plan_a_grund'],
      groups: [
        { title: 'Häufige Nutzung', if: [{ chosen: 'plan_a_nutzung', any: ['haeufig', 'sehr_haeufig'] }] },
        {
          title: 'Seltene Nutzung ohne Zeit',
          if: [
            { chosen: 'plan_a_nutzung', none: ['haeufig', 'sehr_haeufig'] },
            { chosen: 'plan_a_grund', any: ['keine_zeit'] },
          ],
        },
      ],
    },
  ],
}

function planOf(given: unknown = document): Plan {
  const read = readPlan(given, instrument)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.plan
}

const category = (key: string, parent: string | null = null): Category => ({
  key,
  parent,
  name: key.toUpperCase(),
  definition: '',
  example: '',
  counterExample: '',
})
const codebook = [category('weg'), category('grund'), category('zeit', 'grund'), category('sinn', 'grund')]

const answers = (typed: Record<string, string>) => ({ cells: readCells(instrument, typed) })
const often = answers({ plan_a_nutzung: 'haeufig' })
const seldom = answers({ plan_a_nutzung: 'selten', plan_a_grund_keine_zeit: '1' })

let number = 0
/** A text with its categories; those with a `!` are printed. */
function text(unit: string, source: string, given: AnnexText['answers'], ...categories: string[]): AnnexText {
  number += 1
  const id = `t${number}`
  return {
    id,
    source,
    unit,
    ...(given && { answers: given }),
    codings: categories.map((one) => ({
      category: one.replace('!', ''),
      excerpt: one.endsWith('!') ? { wording: `${id} zu ${one.replace('!', '')}`, released: true } : null,
    })),
  }
}

const build = (texts: readonly AnnexText[], plan = planOf()) => {
  const built = buildAnnex({ plan, texts, codebookOf: () => codebook, order: 'given' })
  if ('refused' in built) throw new Error(JSON.stringify(built.refused))
  return built.annex
}

const short = ({ texts, units, excerpts }: Counts) => `${texts}/${units}/${excerpts}`
const sectionLines = ({ key, counts, parts }: AnnexSection): string[] => [
  `${key} ${short(counts)}`,
  ...parts.flatMap(sectionLines),
]

t.test('texts are put into chapters, groups and categories, and all are counted', async (t) => {
  const texts = [
    text('a', 'zeit_kom', undefined, 'weg'),
    text('a', 'plan_a_nutzung_kom', often, 'weg!'),
    text('a', 'plan_a_grund_sonstiges_text', often, 'weg', 'zeit!'),
    text('b', 'plan_a_nutzung_kom', often, 'grund'),
    text('c', 'plan_a_nutzung_kom', seldom, 'zeit!', 'sinn'),
    text('d', 'plan_a_nutzung_kom', seldom),
    text('e', 'plan_a_nutzung_kom', answers({ plan_a_nutzung: 'selten', plan_a_grund_erfasst: '1' }), 'weg!'),
    text('f', 'plan_a_nutzung_kom', answers({}), 'weg'),
    text('g', 'anmerkungen', undefined, 'anderswo'),
  ]
  const annex = build(texts)
  t.strictSame(
    annex.chapters.map(({ title, sources, counts, outside }) => [title, sources, short(counts), short(outside)]),
    [
      ['Zeit', 'Frage 5', '1/1/0', '0/0/0'],
      ['Nutzung', 'Fragen 15 + 17', '7/6/4', '2/2/1'],
    ],
  )
  t.equal(short(annex.elsewhere), '1/1/0')
  const groups = annex.chapters[1]?.groups.map(({ title, counts, sections, uncoded }) => [
    title,
    short(counts),
    ...sections.flatMap(sectionLines),
    `– ${short(uncoded)}`,
  ])
  t.strictSame(groups, [
    ['Häufige Nutzung', '3/2/2', 'weg 2/1/1', 'grund 2/2/1', 'zeit 1/1/1', '– 0/0/0'],
    ['Seltene Nutzung ohne Zeit', '2/2/1', 'grund 1/1/1', 'zeit 1/1/1', 'sinn 1/1/0', '– 1/1/0'],
  ])
  t.strictSame(annex.chapters[1]?.groups[0]?.sections[1]?.parts[0]?.excerpts, ['t3 zu zeit'])
})

t.test('what was not released is never printed: there is no annex', async (t) => {
  const open: AnnexText = {
    ...text('a', 'zeit', undefined),
    codings: [{ category: 'weg', excerpt: { wording: 'Bei uns in Weinstadt', released: false } }],
  }
  const built = buildAnnex({ plan: planOf(), texts: [open], codebookOf: () => codebook, order: 'given' })
  t.match(built, { refused: [{ text: open.id, sentence: /nicht freigegeben/ }] })
  t.notMatch(JSON.stringify(built), /Weinstadt/)
  t.match(
    buildAnnex({
      plan: planOf(),
      texts: [text('a', 'zeit', undefined, 'unbekannt')],
      codebookOf: () => codebook,
      order: 'given',
    }),
    { refused: [{ sentence: /Kategorie „unbekannt“/ }] },
  )
})

t.test('mixed excerpts stand in an order that does not follow who wrote them', async (t) => {
  const texts = Array.from({ length: 40 }, (_none, at) =>
    text(`u${String(at).padStart(2, '0')}`, 'zeit', often, 'weg!'),
  )
  const mixed = (given: readonly AnnexText[]) => {
    const built = buildAnnex({ plan: planOf(), texts: given, codebookOf: () => codebook, order: 'mixed' })
    return 'annex' in built ? built.annex.chapters[0]?.groups[0]?.sections[0]?.excerpts : undefined
  }
  const excerpts = mixed(texts)
  t.equal(excerpts?.length, 40)
  t.strictSame(mixed(texts.toReversed()), excerpts, 'whatever order they come in')
  t.strictNotSame(excerpts, build(texts).chapters[0]?.groups[0]?.sections[0]?.excerpts)
})

t.test('a plan tells all that is wrong with it at once', async (t) => {
  const since = [{ chosen: { last: 'plan_a_nutzung' }, any: ['haeufig'] }]
  const wrong = readPlan(
    {
      survey: 'umfrage-3',
      title: 'x',
      chosen: 'y',
      chapters: [
        { title: 'a', questions: ['gibt_es_nicht', 'zeit'] },
        {
          title: 'b',
          questions: ['zeit'],
          groups: [
            { title: 'g', if: [{ chosen: 'plan_a_nutzung', any: ['nie'] }] },
            { title: 'G' },
            { title: 'h', if: since },
          ],
        },
      ],
    },
    instrument,
  )
  t.match(wrong, {
    problems: [
      { path: '/chapters/0/questions/0', message: /„gibt_es_nicht“/ },
      { path: '/chapters/1/groups/0/if/0', message: /keine Antwort „nie“/ },
      { path: '/chapters/1/groups/1', message: /„if“ fehlt/ },
      { path: '/chapters/1/groups/2/if', message: /nur aus Antworten dieser Umfrage/ },
      { path: '/chapters/1/groups/1/title', message: /gibt es schon/ },
      { path: '/chapters/1/questions/0', message: /schon in einem Kapitel/ },
    ],
  })
  t.match(
    readPlan({ title: 'x', chapters: [{ title: 'a', questions: [], groups: [{ if: [{ x: 1 }] }] }] }, undefined),
    {
      problems: [{ path: '/chapters/0/groups/0/if/0' }],
    },
  )
  t.match(readPlan(document, undefined), { problems: [{ path: '/survey' }] })
})

t.test('counts of few are hidden, and those from which they would follow', async (t) => {
  const many = (count: number, ...categories: string[]) =>
    Array.from({ length: count }, (_none, at) => text(`${categories.join()}${at}`, 'zeit', undefined, ...categories))
  const plain = tellAnnex(build([...many(8, 'weg'), ...many(7, 'zeit')]))
  t.match(
    plain.chapters[0]?.groups[0]?.sections.map(({ counts }) => counts),
    [
      { texts: 8, units: 8 },
      { texts: 7, units: 7 },
    ],
  )
  const [weg, grund] = tellAnnex(build([...many(8, 'weg'), ...many(2, 'zeit')])).chapters[0]?.groups[0]?.sections ?? []
  t.match(
    [weg?.counts, grund?.counts],
    [
      { texts: 'verdeckt', units: 'verdeckt' },
      { texts: 'verdeckt', units: 'verdeckt' },
    ],
  )
  const byTwo = many(9, 'weg').map((one, at) => ({ ...one, unit: `u${at % 2}` }))
  t.match(tellAnnex(build(byTwo)).chapters[0]?.counts, { texts: 'verdeckt', units: 'verdeckt' }, 'nine texts of two')
  const persons = buildAnnex({
    plan: planOf(),
    texts: many(9, 'weg'),
    codebookOf: () => codebook,
    behind: (unit) => String(Number(unit.slice(3)) % 2),
    order: 'given',
  })
  t.match(
    'annex' in persons && tellAnnex(persons.annex).chapters[0]?.counts,
    { texts: 'verdeckt' },
    'nine of two Verbünde',
  )
})

/** Every table of counts that agrees with what is printed: does a hidden count of few ever have one value only? */
t.test('no hidden count follows from those that are told', async (t) => {
  for (let world = 0; world < 60; world += 1) {
    const texts: AnnexText[] = []
    let seed = world * 7919 + 1
    const next = (below: number) => {
      seed = (seed * 48271) % 2147483647
      return seed % below
    }
    const keys = ['weg', 'zeit', 'sinn']
    for (let unit = 0; unit < 4 + next(9); unit += 1)
      texts.push(text(`u${unit}`, 'plan_a_nutzung', [often, seldom][next(2)], keys[next(next(3) + 1)] ?? 'weg'))
    const told = tellAnnex(build(texts)).chapters[1]
    if (told === undefined) throw new Error('no chapter')
    const total = told.counts.units
    const parts = [...told.groups.map(({ counts }) => counts.units), told.outside.units]
    const hiddenParts = parts.filter((part) => part === 'verdeckt')
    t.not(total !== 'verdeckt' && hiddenParts.length, 1, `groups of world ${world}`)
    for (const { counts, sections, uncoded } of told.groups) {
      const own = [...sections.map((one) => one.counts.units), uncoded.units]
      const one = own.filter((part) => part === 'verdeckt').length
      t.not(counts.units !== 'verdeckt' && one, 1, `categories of world ${world}`)
      for (const part of own)
        if (part !== 'verdeckt' && counts.units !== 'verdeckt')
          t.notOk([1, 2].includes(part) || [1, 2].includes(counts.units - part), `few in world ${world}`)
    }
  }
})

t.test('the document says in words what there is, how it was coded and what is hidden', async (t) => {
  const texts = [
    ...Array.from({ length: 5 }, (_none, at) => text(`o${at}`, 'plan_a_nutzung', often, 'weg!')),
    ...Array.from({ length: 4 }, (_none, at) => text(`s${at}`, 'plan_a_grund', seldom, 'zeit')),
    ...Array.from({ length: 3 }, (_none, at) => text(`n${at}`, 'plan_a_grund', answers({}))),
  ]
  const quoted = texts[0]?.codings[0]?.excerpt
  if (quoted) quoted.wording = 'Das „Ziel“ von\n[Name der Kommune]'
  const coding: CodingNote = {
    coders: 2,
    agreement: {
      texts: 6,
      overall: {
        percent: 0.875,
        cohen: [],
        fleiss: { notDefined: 'no-values' },
        alpha: { alpha: 0.8123, interval: [0.5, 0.9], n: 6, codings: 12 },
      },
    },
  }
  const made = annexDocument(build(texts), {
    madeOf: 'Datenstand 7',
    synthetic: true,
    writers: { one: 'Kommune', many: 'Kommunen' },
    coding,
  })
  const [, chapter] = made.chapters
  t.equal(chapter?.title, '2. Nutzung')
  t.equal(chapter?.count, '12 Texte von 12 Kommunen')
  t.strictSame(
    chapter?.groups.map(({ title, count }) => [title, count]),
    [
      ['A) Häufige Nutzung', '5 Texte von 5 Kommunen'],
      ['B) Seltene Nutzung ohne Zeit', '4 Texte von 4 Kommunen'],
    ],
  )
  t.equal(chapter?.outside, 'In keiner dieser Gruppen: 3 Texte von 3 Kommunen.')
  t.equal(chapter?.groups[0]?.sections[0]?.quotes[0], '„Das ‚Ziel‘ von [Name der Kommune]“')
  const note = made.method.join(' ')
  t.match(note, 'Grundlage: 12 Texte von 12 Kommunen.')
  t.match(note, 'Kodiert haben 2 Personen, unabhängig voneinander. 6 Texte wurden von beiden kodiert.')
  t.match(note, '87,5\u00a0% der Fälle überein. Krippendorffs Alpha: 0,81 (95-%-Intervall 0,50 bis 0,90).')
  t.match(note, 'Abgedruckt: 5 Auszüge.')
  t.match(note, 'in einem von ihnen steht in eckigen Klammern')
  t.strictSame(
    made.counts.parts.map(({ chapter, group, rows }) => [chapter, group, ...rows.map((row) => row.join(' '))]),
    [
      ['1. Zeit', '', 'alle 0 0'],
      ['2. Nutzung', '', 'alle 12 12', 'in keiner Gruppe 3 3'],
      ['2. Nutzung', 'A) Häufige Nutzung', 'alle 5 5', 'WEG 5 5'],
      ['2. Nutzung', 'B) Seltene Nutzung ohne Zeit', 'alle 4 4', 'GRUND 4 4', 'GRUND: ZEIT 4 4'],
    ],
  )
  t.strictSame(chapter?.groups[1]?.sections, [], 'of what is not printed there is no heading')
})
