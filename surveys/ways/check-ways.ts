import { closest } from 'fastest-levenshtein'
import { validatorOf } from '../../schemas/validator.ts'
import type { WayUp } from '../../schemas/way-up.ts'
import type { Instrument } from '../compile/instrument.ts'
import { checkDocuments } from '../definition/check-documents.ts'
import type { Checked } from '../definition/checked.ts'
import type { JsonFile } from '../definition/json-files.ts'
import type { Problem } from '../definition/problem.ts'
import { shapeProblems } from '../definition/schema-sentence.ts'
import { isDate } from '../reading/dates.ts'
import { isNumberType } from '../types/index.ts'
import { levelsIn } from './way-up.ts'

const isWayUp = validatorOf<WayUp>('way-up')

/** Everything that is wrong with ways up: levels, days and figures that are not there, and figures of which nothing is said. */
export function checkWays(files: readonly JsonFile[], newest: ReadonlyMap<string, Instrument>): Checked {
  return checkDocuments<WayUp>(files, {
    problems: (document) => wayProblems(document, newest),
    told: ({ figures, levels }) => `Weg von ${figures.length} Zahlen über ${levels.length} Ebenen`,
  })
}

function wayProblems(document: unknown, newest: ReadonlyMap<string, Instrument>): Problem[] {
  if (!isWayUp(document)) return shapeProblems(isWayUp)
  return [
    ...levelProblems(document, newest),
    ...deadlineProblems(document),
    ...figureProblems(document, newest),
    ...orderProblems(document),
  ]
}

function levelProblems({ levels }: WayUp, newest: ReadonlyMap<string, Instrument>): Problem[] {
  const first = new Map<string, number>()
  return levels.flatMap(({ id, unit, survey, severalAbove, since }, index): Problem[] => {
    const path = `/levels/${index}`
    const isTop = index === levels.length - 1
    const twin = first.has(id)
    first.set(id, index)
    const instrument = survey === undefined ? undefined : newest.get(survey)
    return [
      ...(twin ? [{ path: `${path}/id`, message: `Die Ebene „${id}“ gibt es schon.` }] : []),
      ...(isTop && (unit ?? survey ?? since) !== undefined
        ? [
            {
              path,
              message: 'Die oberste Ebene nimmt nur entgegen: Sie hat keine Einheit, keine Erhebung und kein Jahr.',
            },
          ]
        : []),
      ...(!isTop && unit === undefined ? [{ path: `${path}/unit`, message: 'Wer steht auf dieser Ebene?' }] : []),
      ...(index === 0 && (survey === undefined || since !== undefined)
        ? [{ path, message: 'Die unterste Ebene gibt in jedem Jahr Zahlen an: Sie hat eine Erhebung und kein Jahr.' }]
        : []),
      ...(index > 0 && severalAbove
        ? [
            {
              path: `${path}/severalAbove`,
              message: 'Zu mehreren der nächsten Ebene gehört nur, wer ganz unten steht.',
            },
          ]
        : []),
      ...(survey !== undefined && instrument === undefined
        ? [{ path: `${path}/survey`, message: `Den Fragebogen „${survey}“ gibt es nicht.` }]
        : []),
      ...(instrument !== undefined && instrument.unit !== unit
        ? [{ path: `${path}/survey`, message: `Den Fragebogen „${survey}“ beantwortet jemand anderes.` }]
        : []),
      ...(instrument !== undefined && instrument.period === undefined
        ? [{ path: `${path}/survey`, message: `Der Fragebogen „${survey}“ nennt keinen Zeitraum.` }]
        : []),
    ]
  })
}

function deadlineProblems(way: WayUp): Problem[] {
  const { deadlines, levels } = way
  return deadlines.flatMap(({ since, level, day }, index): Problem[] => {
    const path = `/deadlines/${index}`
    const before = deadlines[index - 1]
    const inYear = levelsIn(way, since)
    return [
      ...(isDate(`2001-${day}`) ? [] : [{ path: `${path}/day`, message: `${day} ist kein Tag, den jedes Jahr hat.` }]),
      ...(before !== undefined && before.since >= since
        ? [{ path: `${path}/since`, message: `Das Jahr ${since} steht nicht hinter ${before.since}.` }]
        : []),
      ...(inYear.at(-2)?.id === level
        ? []
        : [{ path: `${path}/level`, message: `Zu den Zahlen von ${since} übergibt „${inYear.at(-2)?.id}“.` }]),
      ...(levels.some((one) => one.id === level)
        ? []
        : [{ path: `${path}/level`, message: `Die Ebene „${level}“ gibt es nicht.` }]),
    ]
  })
}

function figureProblems({ figures, levels }: WayUp, newest: ReadonlyMap<string, Instrument>): Problem[] {
  const named = new Set<string>()
  const problems = figures.flatMap(({ level: id, variable, up }, index): Problem[] => {
    const path = `/figures/${index}`
    const twin = named.has(variable)
    named.add(variable)
    const level = levels.find((one) => one.id === id)
    if (level === undefined) return [{ path: `${path}/level`, message: `Die Ebene „${id}“ gibt es nicht.` }]
    const instrument = newest.get(level.survey ?? '')
    if (instrument === undefined)
      return [{ path: `${path}/level`, message: `Auf der Ebene „${id}“ wird nichts erhoben.` }]
    const asked = numbersIn(instrument)
    return [
      ...(twin ? [{ path: `${path}/variable`, message: `Zu „${variable}“ steht schon etwas da.` }] : []),
      ...(asked.includes(variable)
        ? []
        : [
            {
              path: `${path}/variable`,
              message: `Die Zahl „${variable}“ gibt es in „${instrument.id}“ nicht. Meinen Sie „${closest(variable, asked)}“?`,
            },
          ]),
      ...(up === 'sum' && level.severalAbove
        ? [{ path: `${path}/up`, message: `„${variable}“ zählte mehrfach. Hier passt „once“ oder „stays“.` }]
        : []),
      ...(up === 'once' && !level.severalAbove
        ? [{ path: `${path}/up`, message: `„${variable}“ kommt nur auf einem Weg nach oben. Hier passt „sum“.` }]
        : []),
    ]
  })
  const forgotten = levels.flatMap(({ survey = '' }) =>
    numbersIn(newest.get(survey))
      .filter((name) => !named.has(name))
      .map((name) => ({ path: '/figures', message: `Wie „${name}“ aus „${survey}“ nach oben geht, steht nirgends.` })),
  )
  return [...problems, ...forgotten]
}

const numbersIn = (instrument: Instrument | undefined): string[] =>
  (instrument?.variables ?? [])
    .filter(({ type, role }) => isNumberType(type) && (role === 'item' || role === 'unknown'))
    .map(({ name }) => name)

/** The file holds each figure that can be added, once. */
function orderProblems({ figures, handOver }: WayUp): Problem[] {
  const added = figures.filter(({ up }) => up !== 'stays').map(({ variable }) => variable)
  return [
    ...handOver.flatMap((name, index): Problem[] => {
      const path = `/handOver/${index}`
      if (handOver.indexOf(name) < index) return [{ path, message: `„${name}“ steht schon weiter oben.` }]
      return added.includes(name) ? [] : [{ path, message: `„${name}“ ist keine Zahl, die zusammengezählt wird.` }]
    }),
    ...added
      .filter((name) => !handOver.includes(name))
      .map((name) => ({ path: '/handOver', message: `„${name}“ wird zusammengezählt und fehlt in der Übergabe.` })),
  ]
}
