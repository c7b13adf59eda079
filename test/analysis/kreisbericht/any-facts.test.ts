import fc from 'fast-check'
import t from 'tap'
import { factProblems } from '../../../analysis/kreisbericht/check.ts'
import { kreisReport } from '../../../analysis/kreisbericht/kreis-report.ts'
import type { KreisReport } from '../../../analysis/kreisbericht/report.ts'
import type { Fact, KreisFacts } from '../../../schemas/kreisbericht.ts'
import { anyFacts, goeppingen, textsOf } from '../../support/kreis-facts.ts'

const nouns = 'Personen|Beratungen|Integrationspläne|Kommunen'
const singles = 'Person|Beratung|Integrationsplan|Kommune'

/** What no report may say, whatever the facts. */
const faults: [string, RegExp][] = [
  ['a value that is not there', /undefined|NaN|null|\[object/],
  ['two blanks', / {2}|\n/],
  ['a blank before a stop or at an end', / [.,;)]|^ | $|\( /],
  ['two stops', /\.\.|,,/],
  ['several of one', new RegExp(`(?<![\\d.,])1 (?:${nouns})\\b|\\bein(?:e[rn]?)? (?:${nouns})\\b`)],
  ['one of several', new RegExp(`(?:\\d\\d|[02-9]) (?:${singles})\\b`)],
  [
    'a verb in the plural with one',
    /\b(?:wurden|waren es|hatten|gehörten|arbeiteten|wohnten|fanden) (?:(?:etwa|mindestens|höchstens) )?(?:eine?|niemand|keine?) /,
  ],
  [
    'a verb in the singular with several',
    /\b(?:wurde|war es|hatte|gehörte|arbeitete|wohnte|fand) (?:(?:etwa|mindestens|höchstens) )?(?:\d\d|[2-9] )/,
  ],
  ['a sentence that begins small', /^[a-zäöü]/],
]

const sentenceFaults = (report: KreisReport): string[] => {
  const sentences = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((one) => (one.kind === 'sentences' ? one.sentences : [])),
  )
  const told = sentences.map((spans) => spans.map(({ text }) => text).join(''))
  return [
    ...textsOf(report).flatMap((text) =>
      faults.slice(0, -1).flatMap(([name, sign]) => (sign.test(text) ? [`${name}: ${text}`] : [])),
    ),
    ...told.flatMap((text) => (faults.at(-1)?.[1].test(text) ? [`begins small: ${text}`] : [])),
    ...told.flatMap((text) => (/[^.]\.$/.test(text) ? [] : [`no full stop: ${text}`])),
  ]
}

function allFacts(facts: KreisFacts): Fact[] {
  const {
    figures = {},
    kommunenByProvider = [],
    reachedBy = [],
    consultationKinds = [],
    topics = [],
    housing = [],
  } = facts
  const items = [...kommunenByProvider, ...reachedBy, ...consultationKinds, ...topics, ...housing]
  return [...Object.values(figures).flat(), ...items.flatMap((item) => item.facts)]
}

const german = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 2 })

/** How a reader can find a figure; written without a line of what is tested. */
function signOf({ value, percent, share }: Fact): RegExp | undefined {
  if (typeof value === 'number') {
    const digits = german.format(value).replaceAll('.', '\\.')
    const words = value === 0 ? '|niemand|keine?r? ' : value === 1 ? '|\\beine?r? ' : ''
    // A sum of money has two places or none.
    const cents = Number.isInteger(value * 10) && !Number.isInteger(value) ? '0?' : ''
    return new RegExp(`(?<![\\d,.])${digits}${cents}(?![\\d]|[.,]\\d)${words}`)
  }
  if (percent !== undefined) return new RegExp(`(?<![\\d,.])${german.format(percent)} Prozent`)
  return share === undefined ? undefined : /Hälfte|Drittel|Viertel|Fünftel|Zehntel/
}

const missingIn = (facts: KreisFacts, report: KreisReport): string[] => {
  const texts = textsOf(report)
  const all = allFacts(facts)
  return [
    ...all.flatMap((one) => {
      const sign = signOf(one)
      return sign === undefined || texts.some((text) => sign.test(text)) ? [] : [`${sign}`]
    }),
    ...(all.filter((one) => one.value === null).length === 0 || texts.some((text) => /keine Angabe/.test(text))
      ? []
      : ['keine Angabe']),
  ]
}

t.test('any facts make sentences without holes, and no figure is left out', async (t) => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      t.strictSame(factProblems(facts), [], 'the facts are such as a file may hold')
      const report = kreisReport(facts)
      const found = [...sentenceFaults(report), ...missingIn(facts, report)]
      if (found.length > 0) throw new Error(found.join('\n'))
      if (JSON.stringify(kreisReport(facts)) !== JSON.stringify(report)) throw new Error('not the same again')
    }),
    { numRuns: 150 },
  )
})

t.test('every note that a report names is in its list, and every origin is named', async () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const report = kreisReport(facts)
      const known = new Set(report.notes.map(({ number }) => number))
      const named = JSON.stringify(report.sections).matchAll(/"notes":\[([\d,]*)\]/g)
      const used = [...named].flatMap(([, list = '']) => (list === '' ? [] : list.split(',').map(Number)))
      if (used.some((number) => !known.has(number))) throw new Error('a note leads nowhere')
      const texts = new Set(report.notes.map(({ text }) => text))
      const origins = allFacts(facts).map(({ origin }) => origin.replace(/\s+/g, ' '))
      if (origins.some((origin) => !texts.has(origin))) throw new Error('a figure without origin')
    }),
    { numRuns: 100 },
  )
})

t.test('these readers find what is wrong', async (t) => {
  const facts = goeppingen()
  const spoiled = (from: string, to: string): string[] => {
    const report: KreisReport = JSON.parse(JSON.stringify(kreisReport(facts)).replaceAll(from, to))
    return [...sentenceFaults(report), ...missingIn(facts, report)]
  }
  t.strictSame(spoiled('', ''), [])
  for (const [from, to] of [
    ['915 Personen', 'undefined Personen'],
    ['10 Personen', '1 Personen'],
    ['915', '951'],
    ['8,05', '8,5'],
    ['815.185', '815185'],
    ['etwa ein Drittel', 'etwa ein Teil'],
    ['arbeiteten 10', 'arbeitete 10'],
    ['Bis dahin', 'bis dahin'],
    ['zur Zielgruppe', ' zur Zielgruppe'],
  ] as const)
    t.not(spoiled(from, to).length, 0, `${from} → ${to}`)
})
