import t from 'tap'
import { choiceForm } from '../../../../server/http/pages/intern/choice-form.ts'
import { readPanelQuery } from '../../../../server/http/pages/intern/evaluation-query.ts'
import { published } from '../../../support/published.ts'

t.test('what Kommunen can be divided by is named so that it stands alone', async (t) => {
  const instrument = await published('umfrage-2')
  const survey = { wave: 'umfrage-2', synthetic: true, stichtag: null, frist: '2019-06-21', instrument }
  const { choices } = choiceForm(readPanelQuery({ von: 'umfrage-2', variable: 'vor_vzae' }), [survey], [])
  const options = choices.flatMap(({ groups }) => groups.flatMap((group) => group.options))
  const labelOf = (value: string) => options.find((one) => one.value === value)?.label
  t.match(labelOf('umfrage-2:kriterium_qualifikation'), /^F47 Wie wichtig .* – Formale Qualifikation$/)
  t.match(labelOf('umfrage-2:organisation'), /^F43 Wie ist bei Ihnen geregelt/)
})
