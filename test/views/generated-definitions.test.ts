import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import type { Questionnaire } from '../../schemas/questionnaire.ts'
import { isClosed } from '../../surveys/answer/cells.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import { pageReader } from '../../surveys/answer/submitted-page.ts'
import { compile } from '../../surveys/compile/compile.ts'
import type { Instrument, Section, Variable } from '../../surveys/compile/instrument.ts'
import { typeOf, type VariableType } from '../../surveys/types/index.ts'
import { viewQuestion } from '../../surveys/view/question-view.ts'
import { Engine } from '../../views/engine.ts'
import { examples } from '../../views/examples/examples.ts'
import type { SectionPage } from '../../views/page-data/form-pages.ts'
import { anyDefinition } from '../support/any-definition.ts'
import { theBrowser } from '../support/browser.ts'

type Typed = Record<string, string>

const page = await (await theBrowser()).newPage()
const engine = new Engine()
const runs = { numRuns: 100 }

const pieces = [...'aÖ1 0.,-<>&"\'%„', '\n', '</textarea>', '<b>', '&amp;', '🙂', '\u200b']
const anyText = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 12 })
const kommune = { name: 'Bad Überkingen' }
const anyLine = anyText.map((text) => text.replaceAll('\n', ' '))

/** Whatever can be stored in a field, readable or not. */
function anyValue({ type, options = [], box }: Variable): fc.Arbitrary<string> {
  const { measure, kept, invent } = typeOf(type)
  if (measure === 'flag') return fc.constantFrom('', '1')
  if (box) return fc.constantFrom('', kommune.name)
  if (measure === 'category') return fc.constantFrom('', ...options.map(({ code }) => code))
  if (type === 'longtext' || type === 'gemeinden') return anyText
  const invented = fc.nat(999).map((share) => invent(() => share / 1000))
  return fc.oneof(anyLine, fc.nat().map(String), invented).map(kept)
}

const typedInto = ({ variables }: Instrument): fc.Arbitrary<Typed> =>
  fc.record(Object.fromEntries(variables.map((variable) => [variable.name, anyValue(variable)])))

const cases = anyDefinition.chain((definition) =>
  fc.record({ definition: fc.constant(definition), typed: typedInto(compile(definition)) }),
)

function viewed(instrument: Instrument, { questions }: Section, typed: Typed) {
  const answered = { instrument, raw: typed, cells: readCells(instrument, typed), findings: [], kommune }
  return questions.map((question) => viewQuestion(question, answered))
}

function render(changes: Partial<SectionPage>): string {
  const [example] = Object.values(examples.section)
  return engine.render('@pages/section.eta', { ...example, page: { ...example?.page, ...changes } })
}

/** What a browser would send, what stands at each field, and all that can be read. */
const parse = (html: string) =>
  page.evaluate((html) => {
    const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main')
    const form = main?.querySelector('form') ?? undefined
    const fields = [...(form?.querySelectorAll<HTMLInputElement>('[name]:not([name^="_"])') ?? [])]
    return {
      sent: [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]),
      fields: fields.map(({ name, value, ariaLabel, labels }) => ({
        name,
        value,
        label: ariaLabel ?? labels?.[0]?.textContent ?? '',
      })),
      text: main?.textContent ?? '',
    }
  }, html)

type Parsed = Awaited<ReturnType<typeof parse>>

const variablesOf = ({ questions }: Section) => questions.flatMap(({ variables }) => variables)

async function everySection(
  check: (parsed: Parsed, section: Section, typed: Typed, definition: Questionnaire) => void,
  readOnly = false,
): Promise<void> {
  const property = fc.asyncProperty(cases, async ({ definition, typed }) => {
    const instrument = compile(definition)
    for (const section of instrument.sections) {
      const questions = viewed(instrument, section, typed)
      check(await parse(render({ questions, readOnly })), section, typed, definition)
    }
  })
  await fc.assert(property, runs)
}

/** All that a definition says to whoever answers a section. */
function sentencesOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'string' ? (spoken.has(key) ? [value] : []) : sentencesOf(value),
  )
}
const spoken = new Set(['title', 'heading', 'help', 'lead', 'label', 'other', 'unknown', 'notAvailable'])

/** A day is shown as Germans write it. */
function shownOf(type: VariableType, value: string): string {
  const { read, shown } = typeOf(type)
  const cell = read(value)
  return cell.state === 'given' ? shown(cell.value) : value
}

/** A number may be shown with the dots that Germans put into it. */
const holds = (text: string, value: string) => text.includes(value) || text.replaceAll('.', '').includes(value)

t.test('a page sends back what was given, and nothing else', () =>
  everySection(({ sent }, section, typed) => {
    const variables = variablesOf(section)
    assert.equal(new Set(sent.map(([name]) => name)).size, sent.length, 'no name is sent twice')
    assert.deepEqual(
      pageReader(variables)(Object.fromEntries(sent))?.typed,
      Object.fromEntries(variables.map(({ name }) => [name, typed[name]])),
    )
  }),
)

t.test('all that is asked is said, and every field by its own name', () =>
  everySection(({ fields, text }, section, _typed, definition) => {
    const labels = fields.map(({ label }) => label).join(' ')
    const asked = definition.sections.find(({ id }) => id === section.id)?.questions
    for (const sentence of sentencesOf(asked)) assert.ok(`${text} ${labels}`.includes(sentence), sentence)
    for (const { name, question, type, label, options = [], box } of variablesOf(section)) {
      const own = fields.filter((field) => field.name === name)
      if (type === 'choice') {
        const row = name === question ? '' : `${label}: `
        for (const { code, label } of options)
          assert.ok(own.some((field) => field.value === code && field.label.includes(row + label)))
      } else {
        assert.equal(own.length, 1)
        assert.ok(own[0]?.label.includes(box ? kommune.name : label), `${name}: ${label}`)
      }
    }
  }),
)

t.test('after the Frist all that was given can be read', () =>
  everySection(({ fields, text }, section, typed, definition) => {
    assert.deepEqual(fields, [])
    const cells = readCells(compile(definition), typed)
    for (const { name, type, options = [] } of variablesOf(section)) {
      const value = isClosed(cells, name) ? '' : (typed[name] ?? '').trim()
      if (type === 'choice' && value !== '')
        assert.ok(text.includes(options.find(({ code }) => code === value)?.label ?? '?'))
      else if (type !== 'flag')
        assert.ok(holds(text, value) || text.includes(shownOf(type, value)), `${name}: ${value}`)
    }
  }, true),
)
