import t from 'tap'
import type { CountingDefinition } from '../../../schemas/counting.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { checkCountings } from '../../../surveys/counting/check-countings.ts'
import { smallDefinition } from '../../support/definition.ts'

const small = compile(smallDefinition())
const heading = { column: 'Kennung', headings: [], hint: 'Nummer' }
const column = {
  ...{ id: 'alter', question: 'alter', column: 'Alter', headings: [], hint: 'Jahre', reads: 'words' as const },
  values: [
    { label: 'jung', counts: ['alter_jung'], words: ['klein'], from: 0, to: 30 },
    { label: 'alt', counts: ['alter_alt'], words: ['groß'], from: 31 },
  ],
}
const whole: CountingDefinition = {
  ...{ id: 'liste', title: 'Liste', surveys: ['probe'], persons: 'gesamt', key: heading, further: [] },
  begin: { ...heading, column: 'Beginn' },
  end: { ...heading, column: 'Ende' },
  columns: [column],
}
const problemsOf = (...documents: object[]) =>
  checkCountings(
    documents.map((document, at) => ({ file: `${at}.json`, text: JSON.stringify(document) })),
    [small],
  ).problems.map(({ path, message }) => `${path}: ${message}`)

t.test('what is wrong with how a list is counted is named', async (t) => {
  t.strictSame(problemsOf(whole), [])
  const [young, old] = column.values
  const changed = (changes: object) => ({ ...whole, columns: [{ ...column, ...changes }] })
  const values = (...all: object[]) => changed({ values: all })
  t.match(problemsOf({ ...whole, persons: 'gesammt' }), [/^\/persons: .*Meinen Sie „gesamt“/])
  t.match(problemsOf(changed({ question: 'altr' })), [/^\/columns\/0\/question: „altr“ .*Meinen Sie „alter“/])
  t.match(problemsOf(values(young ?? {}, { ...old, counts: ['alter_alt', 'alter_uralt'] })), [/counts: „alter_uralt“/])
  t.match(problemsOf(values(young ?? {})), [/„alter_alt“ \(probe, Fassung 1.0.0\) wird nichts gezählt/])
  t.match(problemsOf(values(young ?? {}, { ...old, words: ['Klein!'] })), [/„Klein!“ steht schon bei „jung“/])
  t.match(problemsOf(values(young ?? {}, { ...old, from: 30 })), [/Zahlen von „jung“ hat noch ein Wert/])
  t.match(problemsOf({ ...whole, columns: [column, column] }), [/„alter“ heißen zwei/, /„alter“ heißen zwei/])
  t.match(problemsOf(changed({ unless: { column: 'geschlecht', value: 'nein' } })), [/steht keine „geschlecht“/])
  t.match(problemsOf(changed({ reads: 'states' })), [/Werte stehen bei allen Spalten außer/])
  t.match(problemsOf({ ...whole, surveys: ['andere'] })[0], /^\/surveys\/0: .*„andere“/)
  t.match(problemsOf(whole, whole), [/^\/surveys: Wie „probe“ gezählt wird, steht schon in 0\.json/])
  t.match(problemsOf({ ...whole, columns: [] }), [/^\/columns/])
  t.match(checkCountings([{ file: 'x.json', text: '{' }], [small]).problems, [{ path: '/' }])
})
