import t from 'tap'
import { inventAnswers } from '../../../server/demo/invent.ts'
import { readProfile } from '../../../server/demo/profile.ts'
import { Random } from '../../../server/demo/random.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { dateDefinition } from '../../support/date-definition.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = compile(dateDefinition())
const facts = { unit: '117019', name: 'Eislingen/Fils', einwohner: 22_325, gemeinden: [] }
const profile = {
  ...{ wave: 'probe', synthetic: true, response: { base: 0, size: 0, newcomers: 0 }, shown: [], steps: [], slips: [] },
  ...{ notAvailable: { beschluss: 0.3 }, blank: 0.1, slip: 0, ticked: {}, weights: {}, texts: {}, comments: {} },
  ...{ comment: 0, justifications: [] },
}

function invented(dates: object) {
  const read = readProfile({ ...profile, ...dates })
  return Array.from({ length: 200 }, (_, index) => inventAnswers(instrument, read, facts, new Random(`${index}`)))
}

t.test('invented days and months lie where the question allows, and some are not known', async (t) => {
  const answers = invented({})
  for (const typed of answers) t.strictSame(findingsOf(instrument, typed, readCells(instrument, typed), eislingen), [])
  t.ok(new Set(answers.map(({ beginn }) => beginn)).size > 20)
  t.ok(answers.some((typed) => typed.beschluss_nv === '1' && typed.beschluss === undefined))
})

t.test('a profile can say from when to when', async (t) => {
  const answers = invented({ dates: { antrag: { from: '2018-02-27', to: '2018-03-01' } } })
  t.strictSame([...new Set(answers.map(({ antrag }) => antrag ?? ''))].sort(), [
    '',
    '2018-02-27',
    '2018-02-28',
    '2018-03-01',
  ])
})
