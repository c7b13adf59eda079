import t from 'tap'
import { blanksOf, progressOf } from '../../../surveys/answer/progress.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { isShut } from '../../../surveys/answer/shut.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import type { Instrument, Variable } from '../../../surveys/compile/instrument.ts'
import { ownField } from '../../../surveys/compile/unit-kinds.ts'
import { documentOf, readDefinitionFiles } from '../../../surveys/definition/load.ts'
import { typeOf } from '../../../surveys/types/index.ts'

const questionsOf = ({ sections }: Instrument) => sections.flatMap(({ questions }) => questions)

/** What somebody types who answers all that is asked and adds nothing. */
function answersTo({ variables }: Instrument): Record<string, string> {
  const asked = variables.filter(({ role, type }) => role !== 'comment' && role !== 'other' && type !== 'longtext')
  return Object.fromEntries(asked.map((variable) => [variable.name, anyAnswer(variable)]))
}

function anyAnswer({ type, options = [] }: Variable): string {
  if (type === 'flag') return '1'
  return type === 'choice' ? (options[0]?.code ?? '') : typeOf(type).invent(() => 0.5) || 'Göppingen'
}

for (const file of await readDefinitionFiles()) {
  const instrument = compile(documentOf(file))

  t.test(`${file.file}: what is filled in from the start is no progress`, async (t) => {
    const own = ownField(instrument) ?? ''
    const { filled, total } = progressOf(questionsOf(instrument), readCells(instrument, { [own]: '117019' }))
    t.equal(filled, 0)
    t.ok(total > 3)
  })

  t.test(`${file.file}: whoever answers all that is asked reaches the end`, async (t) => {
    const typed = answersTo(instrument)
    for (const { name, type } of instrument.variables)
      if (/sonstiges\d$/.test(name) && type === 'choice') typed[name] = ''
    const cells = readCells(instrument, typed)
    const { filled, total } = progressOf(questionsOf(instrument), cells)
    t.equal(filled, total)
    t.strictSame(
      questionsOf(instrument).flatMap((question) => blanksOf(question, cells)),
      [],
      'and nothing is called blank',
    )
  })

  t.test(`${file.file}: each answer is a step`, async (t) => {
    const cells = readCells(instrument, answersTo(instrument))
    const asked = questionsOf(instrument).filter(({ asked }) => !isShut(asked, cells))
    const steps = asked.map((question) => progressOf([question], cells))
    t.ok(steps.every(({ filled, total }) => filled === total))
    const asksKey = instrument.unit === 'gemeinde' || instrument.unit === 'integrationsmanager'
    t.equal(
      steps.filter(({ total }) => total === 0).length,
      asksKey ? 2 : 1,
      'only the own key, where there is one, and the remarks ask for nothing',
    )
  })
}
