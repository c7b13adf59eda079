import t from 'tap'
import { random } from '../../../analysis/stats/random.ts'
import { answerSection, concernedBy, makeForm } from '../../../server/forms/form.ts'
import { isNumberType } from '../../../surveys/types/index.ts'
import { questionFindings, sumLines } from '../../../surveys/view/question-view.ts'
import { completeAnswer } from '../../support/answers.ts'
import { published } from '../../support/published.ts'
import { eislingen } from '../../support/surroundings.ts'

for (const survey of ['umfrage-0', 'umfrage-1', 'umfrage-2', 'umfrage-3', 'umfrage-4']) {
  t.test(`${survey}: what may read differently after a change is all that does`, async (t) => {
    const instrument = await published(survey)
    const form = makeForm(instrument)
    const { unit, typed } = await completeAnswer(instrument)
    const around = { ...eislingen, unit }
    const next = random(7)
    const words = ['', '0', '7', '999999', 'ungefähr', '1']
    let before: Record<string, string> = typed
    let different = 0
    for (let round = 0; round < 400; round += 1) {
      const variable = instrument.variables[Math.floor(next() * instrument.variables.length)]
      const section = variable && form.sections.get(instrument.questions.get(variable.question)?.section ?? '')
      if (variable === undefined || section === undefined) return t.fail('every variable has its section')
      const word = words[Math.floor(next() * words.length)] ?? ''
      const after = { ...before, [variable.name]: isNumberType(variable.type) || word.length < 2 ? word : 'Text' }
      for (const shown of form.sections.values()) {
        const concerned = concernedBy(form, shown, [variable.name])
        const [then, now] = [answerSection(form, shown, before, around), answerSection(form, shown, after, around)]
        const part = answerSection(form, concerned, after, around)
        for (const question of shown.section.questions) {
          const of = (answered: typeof now) => ({
            findings: questionFindings(question, answered),
            sums: sumLines(question, answered),
          })
          if (concerned.questions.includes(question)) {
            if (JSON.stringify(of(part)) !== JSON.stringify(of(now))) t.strictSame(of(part), of(now), question.id)
          } else if (JSON.stringify(of(then)) !== JSON.stringify(of(now)))
            t.fail(`${variable.name} concerns ${question.id}`)
          if (JSON.stringify(of(then)) !== JSON.stringify(of(now))) different += 1
        }
      }
      before = after
    }
    t.ok(different > 20, `${different} questions read differently`)
  })
}
