import t from 'tap'
import { cardsOf } from '../../../surveys/answer/cards.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { carefulAnswer, faults } from '../../support/careless.ts'
import { published } from '../../support/published.ts'

for (const [survey, ofSurvey] of Object.entries(faults)) {
  const instrument = await published(survey)
  const { typed, around } = await carefulAnswer(instrument)
  const find = (raw: Record<string, string>) => findingsOf(instrument, raw, readCells(instrument, raw), around)
  const cardsIn = (raw: Record<string, string>) => cardsOf(find(raw), instrument).length

  t.test(`${survey}: who was careful meets no card`, async (t) => {
    t.strictSame(find(typed), [])
    t.equal(cardsIn(typed), 0)
  })

  t.test(`${survey}: who was careless meets one card a fault, alone and together`, async (t) => {
    for (const [fault, spoil] of Object.entries(ofSurvey)) t.equal(cardsIn({ ...typed, ...spoil(typed) }), 1, fault)
    const careless = Object.assign({}, typed, ...Object.values(ofSurvey).map((spoil) => spoil(typed)))
    t.equal(cardsIn(careless), Object.keys(ofSurvey).length)
  })
}
