import t from 'tap'
import type { Questionnaire, Reason } from '../../../schemas/questionnaire.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { DefinitionError } from '../../../surveys/definition/problem.ts'
import { smallDefinition } from '../../support/definition.ts'

const always: Reason = { code: 'bestand', label: 'Es ist so' }

function offering(...reasons: Reason[]): Questionnaire {
  return { ...smallDefinition(), reasons: [always, ...reasons] }
}
const codesFor = (definition: Questionnaire, check: string) =>
  compile(definition)
    .reasonsOf.get(check)
    ?.map(({ code }) => code)

t.test('reasons are offered for the kinds and checks that they name', async (t) => {
  const definition = offering(
    { code: 'summe', label: 'Doppelt gezählt', kinds: ['sum'] },
    { code: 'jede', label: 'Andere Einteilung', checks: ['betreut_in_alter'] },
    { code: 'eine', label: 'Nur hier', checks: ['betreut_in_alter_jung'] },
  )
  const within = definition.checks.find(({ kind }) => kind === 'within')
  t.equal(within?.id, 'betreut_in_alter', 'a check that is written once for many items')
  t.strictSame(codesFor(definition, 'alter_summe'), ['bestand', 'summe'])
  t.strictSame(codesFor(definition, 'betreut_in_alter_jung'), ['bestand', 'jede', 'eine'])
  t.strictSame(codesFor(definition, 'betreut_in_alter_alt'), ['bestand', 'jede'])
})

const faulty: [Reason, path: string, RegExp][] = [
  [{ code: 'x', label: 'X', kinds: ['summe'] }, '/reasons/1/kinds/0', /Art „summe“ gibt es hier nicht/],
  [
    { code: 'x', label: 'X', checks: ['gibt_es_nicht'] },
    '/reasons/1/checks/0',
    /Prüfung „gibt_es_nicht“ gibt es nicht/,
  ],
  [{ code: 'x', label: 'X', base: 'kuerzel' }, '/reasons/1/base', /„kuerzel“ ist keine Zahl/],
]
for (const [reason, path, message] of faulty) {
  t.test(`refused: ${path}`, async (t) => {
    try {
      compile(offering(reason))
      t.fail('it is refused')
    } catch (error) {
      t.match(error instanceof DefinitionError && error.problems, [{ path, message }])
    }
  })
}

t.test('a signal that nobody could justify is a fault of the definition', async (t) => {
  const definition = { ...smallDefinition(), reasons: [{ ...always, kinds: ['sum'] }] as Questionnaire['reasons'] }
  t.throws(() => compile(definition), DefinitionError)
})

t.test('how little has to be confirmed is said by the definition, or is half', async (t) => {
  t.equal(compile(smallDefinition()).confirmBelow, 0.5)
  t.equal(compile({ ...smallDefinition(), confirmBelow: 0.2 }).confirmBelow, 0.2)
})
