import t from 'tap'
import type { Raw } from '../../../surveys/answer/cells.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { outline } from '../../../surveys/codebook/outline.ts'
import { published } from '../../support/published.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = await published('folgewelle')
const questionsOf = async (id: string) => outline(await published(id)).sections.flatMap(({ questions }) => questions)
const find = (raw: Raw) =>
  findingsOf(instrument, raw, readCells(instrument, raw), eislingen).map(
    ({ check, severity }) => `${check} ${severity}`,
  )

t.test('it says of itself that it is no survey of the ifm, in its title and before the first question', async (t) => {
  for (const text of [instrument.title, instrument.introduction.join(' ')]) t.match(text, /keine Umfrage des ifm/)
})

t.test('what was asked before has its variables, and lists have only more of them', async (t) => {
  const before = [...(await questionsOf('umfrage-4')), ...(await questionsOf('umfrage-1'))]
  const now = await questionsOf('folgewelle')
  const again = now.filter(({ id }) => before.some((one) => one.id === id))
  t.equal(again.length, 28)
  for (const { id, kind, items } of again.filter((one) => one.kind !== 'composite')) {
    const was = before.find((one) => one.id === id)
    t.equal(kind, was?.kind, id)
    const names = new Set(items.map(({ name }) => name))
    t.strictSame(
      was?.items.filter(({ name }) => !names.has(name)),
      [],
      id,
    )
  }
})

t.test('who had a second conversation and has no plan is asked about, who had one alone is not', async (t) => {
  const plan = 'im_plan_ab_zweitem_gespraech signal'
  t.strictSame(find({ im_gesamt: '40', im_erstgespraech: '5', im_plan: '35' }), [])
  t.strictSame(find({ im_gesamt: '40', im_erstgespraech: '5', im_plan: '34' }), [plan])
  t.strictSame(find({ im_gesamt: '40', im_plan: '34' }), [], 'nobody can tell')
})

t.test('years of counselling and benefits are those of all who are counselled', async (t) => {
  const years = { im_jahr_j1: '10', im_jahr_j2: '8', im_jahr_j3: '6', im_jahr_j4: '1', im_jahr_unbekannt: '0' }
  t.strictSame(find({ im_gesamt: '25', ...years }), [])
  t.strictSame(find({ im_gesamt: '26', ...years }), ['im_jahr_summe signal'])
})

/** The questions that are closed. */
const closed = (raw: Raw) => {
  const cells = readCells(instrument, raw)
  return instrument.variables.flatMap(({ name }) => {
    const cell = name.endsWith('_entfaellt') ? cells.get(name) : undefined
    return cell !== undefined && 'value' in cell && cell.value === true ? [name.replace('_entfaellt', '')] : []
  })
}

t.test('what follows from an answer is asked only then, and nothing is closed before it is given', async (t) => {
  t.strictSame(closed({}), [])
  t.strictSame(closed({ personal: '0' }), ['fb_angebot', 'fb_personen', 'fb_thema'])
  t.strictSame(closed({ personal: '3', fb_angebot: 'nein' }), ['fb_personen', 'fb_thema'])
  t.strictSame(closed({ personal: '3', fb_angebot: 'teils' }), [])
  t.strictSame(closed({ weitergabe: 'nein' }), ['weitergabe_an', 'vereinbarung'])
  t.strictSame(closed({ koord: 'unbekannt' }), ['koord_thema', 'koord_guete'])
  t.strictSame(closed({ koord: 'ja', koord_thema_nichts: '1' }), ['koord_guete'])
  t.strictSame(closed({ im_jahr_j4: '0' }), ['im_verlaengert'])
})
