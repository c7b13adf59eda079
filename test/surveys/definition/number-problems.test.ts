import t from 'tap'
import { compile } from '../../../surveys/compile/compile.ts'
import { numberProblems } from '../../../surveys/definition/number-problems.ts'
import { smallDefinition } from '../../support/definition.ts'

t.test('a number that two questions have is named with its place', async (t) => {
  const definition = smallDefinition()
  t.strictSame(numberProblems(compile(definition)), [])
  const [, later] = definition.sections
  const second = later?.questions[1]
  if (second !== undefined) second.number = 'F4'
  t.match(numberProblems(compile(definition)), [
    { path: '/sections/1/questions/1/number', message: /Die Nummer F4 trägt schon die Frage „gesamt“/ },
  ])
})
