import t from 'tap'
import { inventParticipants } from '../../../server/demo/participants.ts'
import { readProfile } from '../../../server/demo/profile.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { filteredDefinition } from '../../support/filtered-definition.ts'
import { eislingen } from '../../support/surroundings.ts'

const text = await import('../../../server/demo/profiles/umfrage-0.json', { with: { type: 'json' } })
const profile = readProfile({ ...text.default, response: { base: 5, size: 0, newcomers: 0 }, shown: [] })
const instrument = compile(filteredDefinition())

t.test('invented answers leave out what is not asked because of what was chosen before', async (t) => {
  const answersOf = (stelle: string) => {
    const facts = { unit: '117019', name: 'Eislingen/Fils', einwohner: 22_325, gemeinden: [] }
    const before = { earlier: new Map(), chosen: new Map([['stelle', stelle]]) }
    const [one] = inventParticipants(
      instrument,
      { ...profile, texts: { stelle_seither: ['Sie blieb.'] } },
      [{ id: 1, facts: { ...facts, ...before } }],
      eislingen.register,
    )
    return one?.submitted?.content.answers
  }
  t.match(answersOf('ja'), { stelle_seither: 'Sie blieb.', stelle_seither_entfaellt: undefined })
  t.match(answersOf('nein'), { stelle_seither: undefined, stelle_seither_entfaellt: true })
})
