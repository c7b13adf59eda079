import t from 'tap'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import type { RelationCheck } from '../../../surveys/checks/check.ts'
import { checkKindOf } from '../../../surveys/checks/index.ts'
import { published } from '../../support/published.ts'
import { eislingen } from '../../support/surroundings.ts'

for (const survey of ['umfrage-1', 'umfrage-4', 'folgewelle']) {
  const instrument = await published(survey)
  const values = new Map(instrument.variables.map(({ name }) => [name, 1]))
  const around = { ...eislingen, last: { wave: 'zuvor', title: 'Zuvor', stichtag: '', values } }
  for (const check of instrument.checks.filter((check): check is RelationCheck => 'left' in check))
    t.test(`${survey}: ${check.id} can be violated, and says so in a sentence of its own`, async (t) => {
      const right = checkKindOf(check.kind)
        .fields(check)
        .filter((name) => !check.left.includes(name))
      const [more, less] = check.relation === 'atLeast' ? [right, check.left] : [check.left, right]
      const taken = check.relation === 'atLeast' ? takenAway(check) : []
      const raw = Object.fromEntries([
        ...more.map((name) => [name, '30000']),
        ...[...less, ...taken].map((name) => [name, '1']),
      ])
      const finding = findingsOf(instrument, raw, readCells(instrument, raw), around).find(
        (one) => one.check === check.id,
      )
      t.match(finding?.message, /\d/)
      t.notMatch(finding?.message, /[{}]|undefined|NaN/)
      t.equal(finding?.severity, 'signal', 'every relation has a way out')
    })
}

/** What makes the right side smaller. */
const takenAway = ({ right }: RelationCheck) =>
  'terms' in right ? right.terms.flatMap((term) => ('variables' in term && term.factor < 0 ? term.variables : [])) : []
