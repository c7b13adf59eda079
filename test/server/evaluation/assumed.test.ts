import t from 'tap'
import type { Population } from '../../../analysis/compare/population.ts'
import type { PanelVariable } from '../../../analysis/panel/variable.ts'
import { readAssumed, requireUse } from '../../../server/evaluation/assumed.ts'

t.test('what is assumed is read as people type it', async (t) => {
  t.strictSame(readAssumed({ relevant: '2,5', missingBy: ' -3 ' }), { relevant: 2.5, missingBy: -3 })
  t.strictSame(readAssumed({ relevant: '1000', missingBy: '−0.25' }), { relevant: 1000, missingBy: -0.25 })
  t.strictSame(readAssumed({ relevant: '', missingBy: undefined }), {})
})

t.test('what cannot be read says why, and what to do', async (t) => {
  for (const [typed, sentence] of [
    [{ relevant: '0' }, /eine Zahl über 0/],
    [{ relevant: '-4' }, /eine Zahl über 0 an, nicht „-4“/],
    [{ relevant: 'viel' }, /„relevant“ braucht eine Zahl wie 5 oder 2,5, nicht „viel“/],
    [{ missingBy: '1.000' }, /ob 1000 oder 1,000 gemeint ist/],
    [{ missingBy: '1e5' }, /„fehlende“ braucht eine Zahl/],
  ] as const)
    t.throws(() => readAssumed(typed), { message: sentence }, JSON.stringify(typed))
})

const number = { name: 'zp_gesamt', kind: 'number' } as PanelVariable
const choice = { name: 'organisation', kind: 'category' } as PanelVariable
const official = { name: 'einwohner', kind: 'number', indicator: {} } as PanelVariable
const asked: Population = { kind: 'asked', asked: new Map(), frame: [0, 1, 2] }
type Used = Parameters<typeof requireUse>[1]

t.test('what is assumed has to mean something', async (t) => {
  const used: Used = { variables: [number], population: asked, units: 3 }
  requireUse({ relevant: 1, missingBy: 2 }, used)
  requireUse({ relevant: 1 }, { ...used, population: { kind: 'process' } })
  requireUse({}, { ...used, variables: [choice] })
  const refused = (over: Partial<typeof used>, sentence: RegExp, assumed = { missingBy: 2 }) =>
    t.throws(() => requireUse(assumed, { ...used, ...over }), { message: sentence })
  refused({ variables: [choice] }, /„organisation“ ist eine Auswahl/)
  refused({ variables: [official] }, /amtlichen Zahlen nicht/)
  refused({ population: { kind: 'process' } }, /Grundgesamtheit „befragte“/)
  refused({ units: 2 }, /Filter nach Antworten/)
})
