import t from 'tap'
import { csvFile } from '../../../server/form-file/csv-file.ts'
import { seeFile } from '../../../server/form-file/look-at-file.ts'
import { checkResponse } from '../../../server/form-file/responses/check-response.ts'
import type { AtWork } from '../../../server/forms/at-work.ts'
import { answer, makeForm } from '../../../server/forms/form.ts'
import { paperEntryPage } from '../../../server/http/pages/intern/paper-entry-page.ts'
import { ownFilePreviewPage } from '../../../server/http/pages/own-file-preview-page.ts'
import { fromFile } from '../../../server/http/pages/taken-from.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { formLines } from '../../../surveys/form-file/form-lines.ts'
import { filteredDefinition } from '../../support/filtered-definition.ts'
import { eislingen } from '../../support/surroundings.ts'

const form = makeForm(compile(filteredDefinition()))
const visit = { wave: 'w', unit: '117019', open: true, rev: 0, typed: { stelle: 'nein' }, now: new Date() }
const atWork = { form, visit, around: eislingen, asked: undefined } as unknown as AtWork

t.test('a file says when something is asked, and has a place for all of it', async (t) => {
  const text = csvFile(formLines(answer(form, visit.typed, eislingen)), { key: 'k', lastTitle: 'Letzte' })
  t.match(text, /Wie viele Personen arbeiten dort\? \(nur wenn Sie in F1 „ja“ angegeben haben\);Personen;/)
  t.match(text, /;Fahrten \(nur wenn in F5 „vor Ort“ angekreuzt ist\);/)
  const sheets = formLines(answer(form, {}, eislingen))
  const { sections } = paperEntryPage({ atWork, sheets, fields: [] }, { turn: 1, typed: {} })
  const questions = sections.flatMap((section) => section.questions)
  t.match(questions.map(({ title }) => title).join('\n'), /arbeiten dort\? \(nur wenn Sie in F1 „ja“ angegeben haben\)/)
  const labels = questions.flatMap(({ fields }) => fields.map(({ label }) => label))
  t.ok(labels.includes('Fahrten (nur wenn in F5 „vor Ort“ angekreuzt ist)'), 'beside what is typed from a paper')
  t.match(text, /An wen\? \(nur wenn die Zahl in F4 größer als 0 ist und nur wenn die Zahl in F8 mindestens 1 ist\)/)
})

t.test('what a file holds and nobody asks for is named before it is kept', async (t) => {
  const found = new Map([
    ['stellen_zahl', { text: '3' }],
    ['gesamt', { text: '7' }],
  ])
  const seen = await seeFile(undefined as never, atWork, found, 0)
  t.strictSame(seen.unasked, ['stellen_zahl'])
  t.match(ownFilePreviewPage(atWork, seen, fromFile).stays, [
    { title: /nicht gefragt: wird aufbewahrt, aber nicht abgesendet/, fields: ['F2, Personen'] },
  ])
})

t.test('a file that holds what is not asked because of the last wave says so as well', async (t) => {
  const unaskedSince = async (stelle: string) => {
    const last = { wave: 'w', title: 'W', stichtag: '', values: new Map(), words: new Map([['stelle', stelle]]) }
    const since = { ...atWork, around: { ...eislingen, last } }
    return (await seeFile(undefined as never, since, new Map([['stelle_seither', { text: 'Sie blieb.' }]]), 0)).unasked
  }
  t.strictSame(await unaskedSince('nein'), ['stelle_seither'])
  t.strictSame(await unaskedSince('geplant'), [])
})

t.test('answers that come back with a value for what is not asked are sent back with a sentence', async (t) => {
  const checked = (cells: Record<string, string>, from: 'in der Datei' | 'auf dem Papier' = 'in der Datei') =>
    checkResponse(
      atWork,
      {
        line: 2,
        unit: '117019',
        cells: new Map(Object.entries(cells).map(([name, text]) => [name, { text, column: '' }])),
      },
      undefined,
      { unitColumn: 'gkz', submit: true, from },
    )
  t.match(checked({ stelle: 'nein', stellen_zahl: '3' }).faults, [
    { line: 2, column: 'stellen_zahl', sentence: /nicht gefragt\. Gefragt wird es nur, wenn Sie in F1 „ja“/ },
  ])
  t.strictSame(checked({ stelle: 'nein', stellen_zahl: '' }).faults, [])
  const onPaper = checked({ stelle: 'nein', stellen_zahl: '3' }, 'auf dem Papier')
  t.strictSame(onPaper.faults, [], 'whatever stands on a paper is kept')
  t.equal(onPaper.changed.stellen_zahl, '3')
  t.equal(onPaper.known.cells.get('stellen_zahl')?.state, 'notApplicable')
})
