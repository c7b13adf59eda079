import t from 'tap'
import type { Raw } from '../../../surveys/answer/cells.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { becauseWords } from '../../../surveys/checks/because.ts'
import { checkOutcomes } from '../../../surveys/checks/outcomes.ts'
import { published } from '../../support/published.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = await published('umfrage-1')

const outcomes = (raw: Raw) => checkOutcomes({ instrument, raw, cells: readCells(instrument, raw), around: eislingen })

function outcomeOf(raw: Raw, id: string) {
  const found = outcomes(raw).find(({ check }) => check.id === id)
  if (found === undefined) throw new Error(`there is no check ${id}`)
  const { outcome, blank, missing } = found
  return { outcome, blank, missing, because: becauseWords(found, instrument) }
}

const settled = (outcome: string) => ({ outcome, blank: [], missing: [], because: '' })

t.test('of an empty form nothing is said', async (t) => {
  t.strictSame([...new Set(outcomes({}).map(({ outcome }) => outcome))], ['untouched'])
})

t.test('what holds, what does not, and what nobody can tell while something is blank', async (t) => {
  const check = 'zp_alter_summe'
  const ages = { zp_alter_a14_17: '10', zp_alter_a18_25: '20' }
  t.strictSame(
    outcomeOf({ ...ages, zp_alter_ue25: '70', zp_alter_unbekannt: '0', zp_gesamt: '100' }, check),
    settled('holds'),
  )
  t.strictSame(
    outcomeOf({ ...ages, zp_alter_ue25: '71', zp_alter_unbekannt: '0', zp_gesamt: '100' }, check),
    settled('violated'),
  )
  t.strictSame(outcomeOf({ ...ages, zp_gesamt: '100' }, check), {
    outcome: 'undecidable',
    blank: ['zp_alter_ue25', 'zp_alter_unbekannt'],
    missing: [],
    because: 'weil 2 Felder in F8 leer sind',
  })
  t.equal(outcomeOf({ im_plan: '3' }, 'im_plan_hoechstens_im').because, 'weil F11 leer ist')
  t.strictSame(outcomeOf({ zp_alter_nv: '1', zp_gesamt: '100' }, check), {
    outcome: 'undecidable',
    blank: [],
    missing: ['zp_alter_a14_17', 'zp_alter_a18_25', 'zp_alter_ue25', 'zp_alter_unbekannt'],
    because: 'weil zu F8 keine Information vorliegt',
  })
  t.equal(
    outcomeOf({ im_plan: 'viele', im_gesamt: '3' }, 'im_plan_hoechstens_im').because,
    'weil die Angabe in F12 nicht lesbar ist',
  )
})

t.test('a check against the last wave has nothing to say where there was none', async (t) => {
  const later = await published('umfrage-4')
  const raw = { zp_gesamt: '100' }
  const change = (around: typeof eislingen) =>
    checkOutcomes({ instrument: later, raw, cells: readCells(later, raw), around }).find(
      ({ check }) => check.id === 'wandel_gesamt_zp_gesamt',
    )?.outcome
  t.equal(change(eislingen), 'idle')
  const last = { wave: 'zuvor', title: 'Zuvor', stichtag: '', values: new Map([['zp_gesamt', 100]]) }
  t.equal(change({ ...eislingen, last }), 'holds')
})
