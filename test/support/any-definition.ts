import fc from 'fast-check'
import type { Asked, CheckDefinition, Part, Question, Questionnaire } from '../../schemas/questionnaire.ts'

/** A question without its name and number, which are given out when all are put together. */
type Body = (id: string, number: string) => Question

const sentence = fc
  .string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'aäöüßéZ9 ,.–„“<>&"\'%$') })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const optionalSentence = fc.option(sentence, { nil: undefined })

const formats = ['name', 'mail', 'phone'] as const
const codes = ['a', 'b', 'c', 'd', 'e'] as const
const labelled = <Rest extends object>(rest: fc.Arbitrary<Rest>) =>
  fc
    .array(
      fc.record({ label: sentence }).chain(({ label }) => rest.map((more) => ({ label, ...more }))),
      {
        minLength: 2,
        maxLength: codes.length,
      },
    )
    .map((list) => list.map((one, index) => ({ code: codes[index] ?? 'z', ...one })))
const options = labelled(fc.constant({}))
const namedOptions = labelled(fc.option(sentence, { nil: undefined }).map((other) => (other ? { other } : {})))
const choices = labelled(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: sentence.map((other) => ({ other })) },
    { weight: 1, arbitrary: fc.constant({ exclusive: true as const }) },
  ),
)

const with2 = <Value>(list: Value[]) => list as [Value, Value, ...Value[]]
const given = <Key extends string>(key: Key, value: string | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [Name in Key]?: string }

interface General {
  heading: string | undefined
  title: string
  help: string | undefined
  commented: boolean
}
const general: fc.Arbitrary<General> = fc.record({
  heading: fc.option(sentence, { nil: undefined, freq: 1 }),
  title: sentence,
  help: optionalSentence,
  commented: fc.boolean(),
})
const head = ({ heading, title, help, commented }: General) => ({
  ...given('heading', heading),
  title,
  ...given('help', help),
  ...(commented ? {} : { comment: false as const }),
})

const numbered = fc
  .record({
    general,
    label: sentence,
    notAvailable: optionalSentence,
    kind: fc.constantFrom('count', 'decimal', 'percent'),
  })
  .map(
    ({ general, label, notAvailable, kind }): Body =>
      (id, number) =>
        ({ number, id, kind, ...head(general), label, ...given('notAvailable', notAvailable) }) as Question,
  )

const counts = fc
  .record({
    general,
    lead: optionalSentence,
    items: options,
    unknown: optionalSentence,
    notAvailable: optionalSentence,
  })
  .map(
    ({ general, lead, items, unknown, notAvailable }): Body =>
      (id, number) => ({
        number,
        id,
        kind: 'counts',
        ...head(general),
        ...given('lead', lead),
        items: with2(items),
        ...given('unknown', unknown),
        ...given('notAvailable', notAvailable),
      }),
  )

const texts = fc.record({ general, kind: fc.constantFrom('text', 'longtext') }).map(
  ({ general, kind }): Body =>
    (id, number) =>
      ({ number, id, kind, ...head(general) }) as Question,
)

const shares = fc.record({ general, items: namedOptions, rest: fc.boolean() }).map(
  ({ general, items, rest }): Body =>
    (id, number) => ({
      ...{ number, id, kind: 'shares', ...head(general), items: with2(items) },
      ...(rest && { rest: 'zero' as const }),
    }),
)

const choice = fc.record({ general, list: namedOptions }).map(
  ({ general, list }): Body =>
    (id, number) => ({ number, id, kind: 'choice', ...head(general), options: with2(list) }),
)

const several = fc
  .record({ general, list: choices, atMost: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }) })
  .map(
    ({ general, list, atMost }): Body =>
      (id, number) => ({
        number,
        id,
        kind: 'choices',
        ...head(general),
        options: with2(list),
        ...(atMost === undefined ? {} : { atMost }),
      }),
  )

const bounds = fc.constantFrom<{ earliest?: string; latest?: string }>(
  {},
  { earliest: '2016-02-29' },
  { latest: '2023-12-31' },
  { earliest: '2017-01-01', latest: '2018-12-31' },
)
/** Half of them about months, which have no days. */
const dated = fc
  .record({ precision: fc.constantFrom('day', 'month'), severity: fc.constantFrom('error', 'signal'), bounds })
  .map(({ precision, severity, bounds: { earliest, latest } }) => {
    const cut = (bound: string | undefined) => (precision === 'day' ? bound : bound?.slice(0, 7))
    return { precision, severity, ...given('earliest', cut(earliest)), ...given('latest', cut(latest)) }
  })

const date = fc.record({ general, dated, notAvailable: optionalSentence }).map(
  ({ general, dated, notAvailable }): Body =>
    (id, number) => ({ number, id, kind: 'date', ...head(general), ...dated, ...given('notAvailable', notAvailable) }),
)

const matrix = fc.record({ general, rows: namedOptions, scale: options }).map(
  ({ general, rows, scale }): Body =>
    (id, number) => ({ number, id, kind: 'matrix', ...head(general), rows: with2(rows), scale: with2(scale) }),
)

const kommune = general.map(
  (one): Body =>
    (id, number) => ({ number, id, kind: 'kommune', ...head(one) }),
)

const gemeinden = general.map(
  (one): Body =>
    (id, number) => ({ number, id, kind: 'gemeinden', ...head(one) }),
)

const contact = fc
  .record({ general, lines: labelled(fc.constantFrom({}, ...formats.map((format) => ({ format })))) })
  .map(
    ({ general, lines }): Body =>
      (id, number) => ({ number, id, kind: 'contact', ...head(general), fields: with2(lines) }),
  )

/** A part of a question without its name. */
const part = fc
  .record({ title: sentence, help: optionalSentence })
  .map(({ title, help }) => ({ title, ...given('help', help) }))
  .chain((asked) =>
    fc.oneof(
      fc.constantFrom({ ...asked, kind: 'text' as const }, { ...asked, kind: 'longtext' as const }),
      choices.map((list) => ({ ...asked, kind: 'choices' as const, options: with2(list) })),
      namedOptions.map((list) => ({ ...asked, kind: 'choice' as const, options: with2(list) })),
      fc
        .record({ kind: fc.constantFrom('count' as const, 'decimal' as const), label: sentence })
        .map(({ kind, label }) => ({ ...asked, kind, label })),
      dated.map((own) => ({ ...asked, kind: 'date' as const, ...own })),
    ),
  )

const composite = fc.record({ general, parts: fc.array(part, { minLength: 2, maxLength: 3 }) }).map(
  ({ general, parts }): Body =>
    (id, number) => ({
      number,
      id,
      kind: 'composite',
      ...head(general),
      parts: with2(parts.map((one, index): Part => ({ ...one, id: `${id}_t${index}` }))),
    }),
)

const body = fc.oneof(
  numbered,
  counts,
  texts,
  date,
  shares,
  choice,
  several,
  matrix,
  kommune,
  gemeinden,
  contact,
  composite,
)

/** A sum of each group of counts against a total that is asked for first. */
function sumsOf(questions: readonly Question[]): CheckDefinition[] {
  return questions.flatMap(({ id, kind }): CheckDefinition[] =>
    kind === 'counts'
      ? [
          {
            id: `${id}_hoechstens`,
            kind: 'sum',
            severity: 'error',
            parts: [{ question: id }],
            relation: 'atMost',
            total: { variable: 'gesamt' },
            message: `{F:${id}} ergibt {links}, {F:gesamt} ist {rechts}: {abweichung}.`,
          },
        ]
      : [],
  )
}

/** Because of what was chosen in the last wave to the question before, where that is a list. */
function askedSince(before: Question | undefined): Asked {
  if (before?.kind !== 'choice' && before?.kind !== 'choices') return { if: overNothing }
  const code = before.options[0]?.code ?? ''
  return { if: [{ chosen: { last: before.id }, any: [code] }], words: 'Nur wenn es in der letzten Erhebung so war' }
}

const overNothing: Asked['if'] = [{ numbers: [{ variable: 'gesamt' }], relation: 'moreThan', right: [{ value: 0 }] }]

/** When a question is asked: because of the one before it, where that is a list, else because of the total. */
function askedAfter(before: Question | undefined): Asked {
  if (before?.kind !== 'choice' && before?.kind !== 'choices') return { if: overNothing }
  const code = before.options[0]?.code ?? ''
  return { if: [before.kind === 'choice' ? { chosen: before.id, any: [code] } : { chosen: before.id, none: [code] }] }
}

/** Makes a question, or one of its items, depend on what was asked before. */
function withFilter(question: Question, before: Question | undefined, chance: number): Question {
  if (chance < 3) return { ...question, asked: chance === 0 ? askedSince(before) : askedAfter(before) }
  if (chance > 3) return question
  const last = (list: readonly object[]) =>
    list.map((one, index) => (index === list.length - 1 ? { ...one, asked: { if: overNothing } } : one))
  if ('items' in question) return { ...question, items: last(question.items) } as unknown as Question
  if (question.kind === 'choices') return { ...question, options: last(question.options) } as unknown as Question
  return question.kind === 'matrix' ? ({ ...question, rows: last(question.rows) } as unknown as Question) : question
}

const drawn = fc.record({
  groups: fc.array(fc.array(body, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
  /** Which sections and questions are asked only of some: about a third. */
  chances: fc.array(fc.nat(8), { minLength: 15, maxLength: 15 }),
})

/**
 * Any valid definition: some sections with questions of every kind, sums of all groups against one total, and filters that hang on the
 * total, on the question before, or on what was chosen there in the last wave.
 */
export const anyDefinition: fc.Arbitrary<Questionnaire> = drawn.map(({ groups, chances }) => {
  let number = 1
  let before: Question | undefined
  const sections = groups.map((bodies, section) => ({
    id: `teil-${section}`,
    title: `Teil ${section}`,
    ...(section > 0 && chances[section] === 0 && { asked: { if: overNothing } }),
    questions: bodies.map((make) => {
      number += 1
      const question = withFilter(make(`f_${number}`, `F${number}`), before, chances[number] ?? 8)
      before = question
      return question
    }) as [Question, ...Question[]],
  }))
  sections[0]?.questions.unshift({ number: 'F1', id: 'gesamt', kind: 'count', title: 'Gesamt', label: 'Personen' })
  return {
    id: 'beliebig',
    version: '1.0.0',
    title: 'Beliebig',
    unit: 'gemeinde',
    frist: '2999-12-31',
    introduction: [],
    reasons: [{ code: 'so', label: 'Es ist so' }],
    sections: sections as [(typeof sections)[number]],
    checks: sumsOf(sections.flatMap(({ questions }) => questions)),
  } satisfies Questionnaire
})
