import t from 'tap'
import { answeredSection } from '../../../server/forms/answered.ts'
import { type Form, makeForm } from '../../../server/forms/form.ts'
import { partAtWork } from '../../../server/forms/part-at-work.ts'
import type { Raw } from '../../../surveys/answer/cells.ts'
import type { Surroundings } from '../../../surveys/answer/surroundings.ts'
import { isNumberType } from '../../../surveys/types/index.ts'
import { viewQuestion } from '../../../surveys/view/question-view.ts'
import type { Answered } from '../../../surveys/view/view.ts'
import { published } from '../../support/published.ts'
import { eislingen } from '../../support/surroundings.ts'

/** What stands in all sections but one, and was answered there in the last wave. */
const secret = { number: 734_512, text: 'Vertraulich' }
const told = /734\.?512|Vertraulich/

function around(form: Form, section: string): { texts: Raw; around: Surroundings } {
  const { variables, questions } = form.instrument
  const isOwn = ({ question }: { question: string }) => questions.get(question)?.section === section
  const texts = variables.map((one) => {
    const isNumber = isNumberType(one.type)
    const own = isNumber ? '3' : ''
    const other = isNumber ? String(secret.number) : one.type === 'text' || one.type === 'longtext' ? secret.text : ''
    return [one.name, isOwn(one) ? own : other]
  })
  const values = variables
    .filter(({ type }) => isNumberType(type))
    .map((one) => [one.name, isOwn(one) ? 5 : secret.number] as const)
  const last = { wave: 'davor', title: 'Davor', stichtag: '15.12.2017', values: new Map(values) }
  return { texts: Object.fromEntries(texts.filter(([, text]) => text !== '')), around: { ...eislingen, last } }
}

const shown = (form: Form, section: string, answered: Answered) =>
  JSON.stringify(form.sections.get(section)?.section.questions.map((question) => viewQuestion(question, answered)))

for (const survey of ['umfrage-0', 'umfrage-1', 'umfrage-2', 'umfrage-3', 'umfrage-4']) {
  t.test(`${survey}: whoever has one section sees nothing of the others`, async (t) => {
    const form = makeForm(await published(survey))
    let [crossing, whole] = [0, 0]
    for (const [id, section] of form.sections) {
      const part = partAtWork({ form, ...around(form, id) }, [id])
      const own = part.form.sections.get(id)
      if (own === undefined) return t.fail(`${id} is missing`)
      t.strictSame([...part.form.sections.keys()], [id])
      t.strictSame(
        [...part.form.fields.keys()].filter((name) => !form.sections.get(id)?.fields.has(name)),
        [],
        id,
      )
      const answered = answeredSection({ ...part, asked: undefined }, own, part.typed)
      crossing += answered.findings.filter(({ elsewhere }) => elsewhere).length
      t.notMatch(shown(part.form, id, answered), told, id)
      t.notMatch(JSON.stringify([answered.findings, part.typed, [...(answered.last?.values ?? [])]]), told, id)
      const all = { form, asked: undefined, ...around(form, id) }
      if (told.test(shown(form, id, answeredSection(all, section, all.texts)))) whole += 1
    }
    // Only where sections are held against each other could they tell of each other.
    t.strictSame([crossing > 0, whole > 0], Array(2).fill(['umfrage-1', 'umfrage-4'].includes(survey)))
  })
}
