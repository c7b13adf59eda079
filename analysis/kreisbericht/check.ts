import type { Fact, Figures, Item, KreisFacts } from '../../schemas/kreisbericht.ts'
import { breakdowns } from './breakdown.ts'
import { tidy } from './german.ts'
import { isExpected, type Timed, timeKey } from './time.ts'

/** What fits the schema and cannot be told all the same, with the way to it in the file. */
export interface FactProblem {
  path: readonly (string | number)[]
  sentence: string
}

const wholeFigures: readonly (keyof Figures)[] = [
  'staffPersons',
  'targetPersons',
  'caredPersons',
  'personsWithPlan',
  'reachedPersons',
  'consultations',
  'integrationPlans',
]

export function factProblems(facts: KreisFacts): FactProblem[] {
  const ofFigures = Object.entries(facts.figures ?? {}).flatMap(([name, series]) => {
    const path = ['figures', name]
    const isWhole = wholeFigures.some((one) => one === name)
    return [
      ...series.flatMap((fact: Fact, place: number) => [
        ...valueProblems(fact, [...path, place], { isWhole, mayShare: false }),
        ...timeProblems(fact, [...path, place]),
      ]),
      ...doubles(series, path),
    ]
  })
  const ofItems = (Object.keys(breakdowns) as (keyof typeof breakdowns)[]).flatMap((name) =>
    itemProblems(facts[name] ?? [], name, facts.asOf),
  )
  const ofTopics = (facts.frequentTopics ?? []).flatMap((one, place) => timeProblems(one, ['frequentTopics', place]))
  return [...ofFigures, ...ofItems, ...ofTopics, ...providerProblems(facts), ...participationProblems(facts)]
}

function itemProblems(items: readonly Item[], name: string, asOf: string): FactProblem[] {
  return items.flatMap(({ label, facts }, at) => {
    const path = [name, at, 'facts']
    const earlier = items.slice(0, at).some((one) => tidy(one.label) === tidy(label))
    return [
      ...(earlier ? [{ path: [name, at, 'label'], sentence: `„${tidy(label)}“ steht hier zum zweiten Mal.` }] : []),
      ...facts.flatMap((fact, place): FactProblem[] => [
        ...valueProblems(fact, [...path, place], { isWhole: true, mayShare: true }),
        ...timeProblems(fact, [...path, place]),
        ...(isExpected(fact, asOf) ? [{ path: [...path, place], sentence: notYet }] : []),
      ]),
      ...doubles(facts, path),
    ]
  })
}

const notYet =
  'Diese Angabe liegt nach dem Stand des Berichts („asOf“). Erwartetes lässt sich nur unter „figures“ angeben.'

function valueProblems(
  fact: Fact,
  path: readonly (string | number)[],
  { isWhole, mayShare }: { isWhole: boolean; mayShare: boolean },
): FactProblem[] {
  const given = (['value', 'percent', 'share'] as const).filter((name) => fact[name] !== undefined)
  const [first = 'value'] = given
  const at = [...path, first]
  if (given.length === 0)
    return [{ path, sentence: 'Die Angabe „value“ fehlt. Ist sie nicht bekannt, schreiben Sie null.' }]
  if (given.length > 1) {
    const names = given.map((name) => `„${name}“`).join(' oder ')
    return [{ path: at, sentence: `Hier darf nur eines stehen: ${names}.` }]
  }
  if (first !== 'value' && !mayShare)
    return [{ path: at, sentence: 'Hier muss eine Zahl stehen („value“), kein Anteil.' }]
  if (isWhole && typeof fact.value === 'number' && !Number.isInteger(fact.value))
    return [{ path: at, sentence: 'Hier muss eine ganze Zahl stehen.' }]
  if (typeof fact.value === 'number' && Math.abs(fact.value * 100 - Math.round(fact.value * 100)) > 1e-6)
    return [{ path: at, sentence: 'Hier sind höchstens zwei Stellen nach dem Komma möglich.' }]
  return []
}

function timeProblems({ at, from, until }: Timed, path: readonly (string | number)[]): FactProblem[] {
  if (at === undefined && until === undefined)
    return [{ path, sentence: 'Die Zeit fehlt: „at“ (ein Tag), oder „until“ mit oder ohne „from“ (ein Zeitraum).' }]
  if (at !== undefined && (until !== undefined || from !== undefined))
    return [
      { path: [...path, 'at'], sentence: 'Entweder ein Tag („at“) oder ein Zeitraum („from“, „until“), nicht beides.' },
    ]
  if (from !== undefined && until !== undefined && from > until)
    return [{ path: [...path, 'from'], sentence: 'Der Zeitraum endet, bevor er beginnt.' }]
  return []
}

function doubles(facts: readonly Fact[], path: readonly (string | number)[]): FactProblem[] {
  const keyOf = (fact: Fact) => `${timeKey(fact)} ${tidy(fact.scope ?? '')}`
  return facts.flatMap((fact, place) =>
    facts.slice(0, place).some((one) => keyOf(one) === keyOf(fact))
      ? [
          {
            path: [...path, place],
            sentence: 'Für diese Zeit steht hier schon eine Angabe. Bitte lassen Sie eine von beiden weg.',
          },
        ]
      : [],
  )
}

function providerProblems({ providers = [] }: KreisFacts): FactProblem[] {
  const others = providers.flatMap(({ kommunen }, place) => (kommunen === 'others' ? [place] : []))
  const named = providers.flatMap(({ kommunen }, place) =>
    kommunen === 'others'
      ? []
      : kommunen.map(({ name }, at) => ({ name: tidy(name), path: ['providers', place, 'kommunen', at] })),
  )
  return [
    ...others.slice(1).map((place) => ({
      path: ['providers', place, 'kommunen'],
      sentence: 'Alle übrigen Kommunen („others“) kann nur einer haben.',
    })),
    ...named.flatMap(({ name, path }, place) =>
      named.slice(0, place).some((one) => one.name === name)
        ? [{ path, sentence: `„${name}“ hat schon einen Träger.` }]
        : [],
    ),
  ]
}

function participationProblems({ participation = [] }: KreisFacts): FactProblem[] {
  return participation.flatMap(({ asked, answered }, place) =>
    answered !== null && answered > asked
      ? [
          {
            path: ['participation', place, 'answered'],
            sentence: 'Geantwortet haben können höchstens so viele, wie gefragt waren.',
          },
        ]
      : [],
  )
}
