import t from 'tap'
import { placeOf, readAbout, writeAbout } from '../../../server/queries/about.ts'
import { extentOf } from '../../../server/queries/extent.ts'
import { standingOfQuery } from '../../../server/queries/standing.ts'
import { published } from '../../support/published.ts'

const instrument = await published('umfrage-1')

t.test('what a Rückfrage is about is written in a word, and read back', async (t) => {
  for (const text of ['feld:zp_gesamt', 'frage:zp_status', 'pruefung:zp_status_summe']) {
    const about = readAbout(text)
    t.equal(about && writeAbout(about), text)
  }
  for (const text of ['', 'zp_gesamt', 'feld:', 'wort:zp_gesamt', 'toString:x', 'feld:a:b'])
    t.notOk(readAbout(text), text)
  t.match(placeOf({ kind: 'field', name: 'zp_geschlecht_frauen' }, instrument), {
    label: /^F\d+, .*[Ff]rauen/,
    section: 'zielpersonen',
    question: 'zp_geschlecht',
    anchor: 'zp_geschlecht_frauen',
  })
  t.match(placeOf({ kind: 'check', name: 'zp_status_summe' }, instrument), {
    label: /^Hinweis zu F\d+/,
    question: 'zp_status',
  })
  t.notOk(placeOf({ kind: 'field', name: 'zp_status' }, instrument), 'a question is no field')
})

t.test('it opens what it is about, and no more', async (t) => {
  const one = extentOf({ kind: 'field', name: 'zp_geschlecht_frauen' }, instrument)
  t.strictSame(one?.fields, ['zp_geschlecht_frauen', 'zp_geschlecht_kom'])
  t.ok(one?.checks.includes('zp_geschlecht_hoechstens_gesamt'), 'with the checks that look at it')
  t.notOk(one?.checks.includes('zp_status_summe'))
  const part = extentOf({ kind: 'field', name: 'zg_gruppe_gestattung' }, instrument)
  t.ok(part?.fields.includes('zg_gruppe_duldung'), 'of a list of ticks one says nothing without the others')
  t.notOk(
    part?.fields.some((field) => field.startsWith('zg_unterbringung')),
    'but not those of another part',
  )
  const check = extentOf({ kind: 'check', name: 'zp_status_summe' }, instrument)
  t.ok(
    ['zp_status_duldung', 'zp_gesamt'].every((field) => check?.fields.includes(field)),
    'the parts and the total',
  )
  t.notOk(extentOf({ kind: 'check', name: 'zp_gesamt' }, instrument))
  t.notOk(extentOf({ kind: 'question', name: 'gibt_es_nicht' }, instrument))
})

t.test('whoever has answered is not overdue', async (t) => {
  const open = { lastKind: 'asked', dueOn: '2026-12-01', closedAt: null } as const
  t.equal(standingOfQuery(open, '2026-12-01'), 'open', 'the last day counts')
  t.equal(standingOfQuery(open, '2026-12-02'), 'overdue')
  for (const lastKind of ['answered', 'submitted'] as const)
    t.equal(standingOfQuery({ ...open, lastKind }, '2026-12-02'), 'answered')
  t.equal(standingOfQuery({ ...open, closedAt: new Date() }, '2026-12-02'), 'closed')
})
