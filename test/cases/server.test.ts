import t from 'tap'
import { findingsOf } from '../../surveys/answer/finding.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import { viewQuestion } from '../../surveys/view/question-view.ts'
import {
  type AnswerTable,
  checkTables,
  instrumentOf,
  type NumberTable,
  numberInstrument,
  numberTables,
  sumTables,
} from '../support/cases.ts'
import { eislingen } from '../support/surroundings.ts'

// What the server's functions say of the tables in this folder; `browser.test.ts` asks the script of the page the same.

for (const [file, table] of numberTables)
  t.test(`${file}: ${table.name}`, async (t) => {
    const instrument = numberInstrument(table)
    for (const one of table.cases) t.strictSame(readBack(instrument, one.typed), expectedNumber(one), one.typed)
  })

function readBack(instrument: ReturnType<typeof numberInstrument>, typed: string) {
  const raw = { zahl: typed }
  const cells = readCells(instrument, raw)
  const findings = findingsOf(instrument, raw, cells, eislingen)
  const [question] = instrument.sections[0]?.questions ?? []
  const body = question && viewQuestion(question, { instrument, raw, cells, findings }).body
  const [row] = body && 'rows' in body ? body.rows : []
  const cell = cells.get('zahl')
  return {
    read: cell?.state === 'given' ? cell.value : cell?.state,
    shown: row?.value,
    error: row?.error,
    meant: row?.suggestions.map(({ value }) => value),
    findings: findings.map(({ check, message }) => [check, message]),
  }
}

function expectedNumber(one: NumberTable['cases'][number]) {
  const { typed } = one
  if ('blank' in one) return { read: 'blank', shown: typed, error: '', meant: [], findings: [] }
  if ('value' in one) return { read: one.value, shown: one.shown, error: '', meant: [], findings: [] }
  const { sentence, meant = [] } = one
  return { read: 'unreadable', shown: typed, error: sentence, meant, findings: [['zahl_lesbar', sentence]] }
}

for (const [file, table] of [...sumTables, ...checkTables])
  t.test(`${file}: ${table.name}`, async (t) => {
    const instrument = await instrumentOf(table)
    for (const one of table.cases)
      t.strictSame(said(instrument, one), expected(one), one.name ?? JSON.stringify(one.typed))
  })

type Case = AnswerTable['cases'][number]

function said(
  instrument: Awaited<ReturnType<typeof instrumentOf>>,
  { typed, unit = eislingen.unit, last, ...asked }: Case,
) {
  const cells = readCells(instrument, typed)
  const before = last && {
    last: { wave: 'zuvor', title: 'Zuvor', stichtag: '', values: new Map(Object.entries(last)) },
  }
  const findings = findingsOf(instrument, typed, cells, { ...eislingen, ...before, unit })
  const answered = { instrument, raw: typed, cells, findings }
  const views = [...instrument.questions.values()].map((question) => viewQuestion(question, answered))
  return {
    sums:
      asked.sums &&
      Object.fromEntries(views.flatMap(({ sums }) => sums).map(({ check, text, state }) => [check, { text, state }])),
    chosen:
      asked.chosen &&
      Object.fromEntries(views.flatMap(({ id, body }) => ('chosen' in body && body.chosen ? [[id, body.chosen]] : []))),
    findings: findings.map(({ check, severity, message, suggestions, unfinished }) => ({
      check,
      severity,
      message,
      ...(suggestions && { suggestions }),
      ...(unfinished && { unfinished }),
    })),
  }
}

const expected = ({ sums, chosen, findings }: Case) => ({ sums, chosen, findings })

t.test('what a browser does not do is said, with the reason', async (t) => {
  for (const [file, { where, because, ...table }] of [...numberTables, ...sumTables, ...checkTables]) {
    const forBrowser =
      'type' in table || table.cases.some(({ sums, chosen }) => sums !== undefined || chosen !== undefined)
    t.equal(where === undefined, forBrowser, `${file} is for the browser, or says that it is not`)
    t.equal(because !== undefined, where !== undefined, `${file} says why`)
  }
})
