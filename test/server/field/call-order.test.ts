import t from 'tap'
import { callOrder } from '../../../server/field/call-order.ts'
import { nextWorkday } from '../../../server/field/call-result.ts'
import { influenceOf, mainNumber } from '../../../server/field/influence.ts'
import type { FieldParticipant } from '../../../server/field/participants.ts'
import type { LastCall } from '../../../server/store/calls.ts'
import { published } from '../../support/published.ts'

const today = '2026-11-27'

function participant(id: number, einwohner: number | null, state: FieldParticipant['state'] = 'angeschrieben') {
  return { ...facts, id, unit: `11700${id}`, einwohner, state }
}

const facts: Omit<FieldParticipant, 'id' | 'unit' | 'einwohner' | 'state'> = {
  name: '',
  kreis: '117',
  verbund: '',
  verbundName: '',
  openedAt: null,
  standing: null,
  standingAt: null,
  frist: null,
  extension: null,
  lastDay: '2026-12-31',
  rev: 0,
  savedAt: null,
  revisions: 0,
  receipt: null,
  submittedAt: null,
  correctedAt: null,
  invitedAt: null,
  invitedBy: null,
  isUndelivered: false,
  writtenAt: null,
  hasCode: true,
  recipient: '',
  person: '',
  mail: '',
  notes: 0,
  notedAt: null,
  queries: [],
  together: [],
  progress: undefined,
  answeredBy: '',
  lastSection: '',
}

const called = (id: number, result: LastCall['result'], againOn: string | null, at = '2026-11-27T09:00:00Z') =>
  [id, { id, result, againOn, at: new Date(at) }] as const

t.test('what each adds to a total', (t) => {
  const units = [
    { unit: 'a', einwohner: 1000 },
    { unit: 'b', einwohner: 3000 },
    { unit: 'c', einwohner: 50 },
    { unit: 'd', einwohner: null },
  ]
  const byRegister = influenceOf(units, new Map([['a', null]]))
  t.strictSame(byRegister.get('b'), { weight: 3000, basis: 'register' })
  t.strictSame(byRegister.get('d'), { weight: 0, basis: 'none' })
  // 20 and 10 of 1,050 inhabitants: of 3,000 they would be 85.7.
  const byLast = influenceOf(
    units,
    new Map([
      ['a', 20],
      ['c', 10],
      ['b', null],
    ]),
  )
  t.strictSame(byLast.get('a'), { weight: 20, basis: 'last' })
  t.match(byLast.get('b'), { basis: 'register' })
  t.equal(Math.round((byLast.get('b')?.weight ?? 0) * 10), 857)
  t.end()
})

t.test('a wave is weighed by the first number that it holds against the last one', async (t) => {
  t.equal(mainNumber(await published('umfrage-4')), 'zp_gesamt')
  t.equal(mainNumber(await published('umfrage-1')), undefined)
})

t.test('who is due comes first, then by influence; what is agreed on waits for its day', (t) => {
  const participants = [
    participant(1, 100),
    participant(2, 900),
    participant(3, 500, 'abgesendet'),
    participant(4, 400),
    participant(5, 300),
    participant(6, 800),
    participant(7, 700, 'lehnt-ab'),
    participant(8, 100, 'begonnen'),
    participant(9, 100),
  ]
  const calls = new Map([
    called(2, 'again', '2026-12-03'),
    called(4, 'missed', null),
    called(5, 'again', '2026-11-27', '2026-11-20T09:00:00Z'),
    called(6, 'again', '2026-12-01'),
    called(9, 'missed', null, '2026-11-26T09:00:00Z'),
  ])
  const last = new Map([['117009', null]])
  const ordered = callOrder({ participants, calls, influence: influenceOf(participants, last), last, today })
  t.strictSame(
    ordered.map(({ participant: { id }, turn }) => [id, turn]),
    [
      [5, 'faellig'],
      [9, 'offen'],
      [8, 'offen'],
      [1, 'offen'],
      [4, 'heute'],
      [6, 'verabredet'],
      [2, 'verabredet'],
    ],
  )
  t.end()
})

t.test('on a Friday the next day to call is Monday', (t) => {
  t.equal(nextWorkday('2026-11-27'), '2026-11-30')
  t.equal(nextWorkday('2026-11-30'), '2026-12-01')
  t.equal(nextWorkday('2026-12-31'), '2027-01-01')
  t.end()
})
