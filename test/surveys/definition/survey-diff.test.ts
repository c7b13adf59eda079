import t from 'tap'
import { compile } from '../../../surveys/compile/compile.ts'
import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { loadConcordances } from '../../../surveys/concordance/load-concordances.ts'
import { outlineDiff } from '../../../surveys/definition/diff-outline.ts'
import { loadInstrument } from '../../../surveys/definition/load.ts'
import { diffSurveys } from '../../../surveys/definition/survey-diff.ts'
import { smallDefinition } from '../../support/definition.ts'
import { published } from '../../support/published.ts'

const [first, fourth] = (await Promise.all([loadInstrument('umfrage-1'), loadInstrument('umfrage-4')])) as [
  Instrument,
  Instrument,
]

t.test('Umfrage 4 repeats Umfrage 1 as the annex prints them', async (t) => {
  const [one, four] = await Promise.all([published('umfrage-1', '1.0.0'), published('umfrage-4', '1.0.0')])
  const rows = outlineDiff(one, four, [])
  const numbers = (status: string) =>
    rows.filter((row) => row.status === status).map(({ before, after }) => [before?.number, after?.number].join(' '))
  t.strictSame(numbers('new'), [' F2', ' F6', ' F7'])
  t.strictSame(numbers('dropped'), ['F24 ', 'F25 ', 'F26 ', 'F27 ', 'F28 ', 'F31 '])
  t.strictSame(numbers('changedBase'), ['F13 F16', 'F14 F17'])
  t.strictSame(numbers('reworded'), [])
  const now = outlineDiff(first, fourth, []).filter(({ status }) => status === 'reworded')
  t.strictSame(
    now.map(({ before, after }) => [before?.number, after?.number].join(' ')),
    ['F7 F10', 'F13 F16', 'F14 F17'],
    'only the later one has a Ländereinteilung, and says less of whom it speaks',
  )
  t.strictSame(numbers('same'), [
    ...['F1 F1', 'F2 F3', 'F3 F4', 'F4 F5', 'F5 F8', 'F6 F9', 'F7 F10', 'F8 F11', 'F9 F12', 'F10 F13', 'F11 F14'],
    ...['F12 F15', 'F15 F18', 'F16 F19', 'F17 F20', 'F18 F21', 'F19 F22', 'F20 F23', 'F21 F24', 'F22 F25', 'F23 F26'],
    ...['F29 F27', 'F30 F28', 'F32 F29'],
  ])
  t.match(
    rows.find(({ after }) => after?.id === 'im_herkunft'),
    {
      differs: ['Wortlaut'],
      bases: { before: ['F12'], after: ['F14', 'F15'] },
      why: null,
    },
  )
})

t.test('the concordance gives every reason, and the pairs of questions that were renamed', async (t) => {
  const concordances = await loadConcordances()
  t.ok(outlineDiff(first, fourth, concordances).every(({ why }) => why !== null))
  const [none, second] = (await Promise.all([loadInstrument('umfrage-0'), loadInstrument('umfrage-2')])) as [
    Instrument,
    Instrument,
  ]
  t.match(
    outlineDiff(none, second, concordances).find(({ after }) => after?.id === 'organisation'),
    {
      status: 'reworded',
      before: { id: 'zustaendig' },
      differs: ['Wortlaut', 'Antworten'],
    },
  )
})

const [jung, mittel] = [
  { code: 'jung', label: 'jung' },
  { code: 'mittel', label: 'mittel' },
]

const changes: [about: string, change: (question: Record<string, unknown>) => void, differs: string[]][] = [
  ['nothing', () => {}, []],
  ['the number', (question) => Object.assign(question, { number: 'F55' }), []],
  ['the comment', (question) => Object.assign(question, { comment: false }), []],
  ['capitals', (question) => Object.assign(question, { unknown: 'OHNE Angabe' }), []],
  ['the title', (question) => Object.assign(question, { title: 'Wie alt?' }), ['Wortlaut']],
  ['a hint', (question) => Object.assign(question, { help: 'Bitte schätzen.' }), ['Hinweis']],
  ['an item', (question) => Object.assign(question, { items: [jung, mittel] }), ['Posten']],
  ['no field for the rest', (question) => delete question.unknown, ['Personen ohne Information']],
  ['no flag', (question) => delete question.notAvailable, ['Information liegt nicht vor']],
]

for (const [about, change, differs] of changes) {
  t.test(`${about}: ${differs.length === 0 ? 'the same question' : differs.join()}`, async (t) => {
    const definition = smallDefinition()
    definition.checks = []
    const before = compile(definition)
    const changed = structuredClone(definition)
    change(changed.sections[1]?.questions[0] as unknown as Record<string, unknown>)
    const row = diffSurveys(before, compile(changed)).find((one) => one.after?.id === 'alter')
    t.match(row, { status: differs.length === 0 ? 'same' : 'reworded', differs })
  })
}

t.test('another total is another base, even where nothing reads differently', async (t) => {
  const definition = smallDefinition()
  const before = compile(definition)
  const after = compile({ ...definition, checks: definition.checks.filter(({ id }) => id !== 'alter_summe') })
  const row = diffSurveys(before, after).find((one) => one.after?.id === 'alter')
  t.match(row, { status: 'changedBase', differs: [], bases: { before: [{ id: 'gesamt' }], after: [] } })
})
