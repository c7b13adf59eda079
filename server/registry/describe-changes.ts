import { formatDate } from '../../surveys/reading/dates.ts'
import { formatNumber } from '../../surveys/reading/number.ts'
import type { RegistryChange } from '../store/registry-imports.ts'
import { fundingChanges, fundingKinds } from './funding/describe-funding.ts'

/** Changes of one kind, each in a line. */
export interface ChangeGroup {
  kind: keyof typeof changeKinds
  label: string
  lines: string[]
}

/** What can happen to the registry, in the order in which it is told. */
const changeKinds = {
  new: 'Neu',
  renamed: 'Umbenannt',
  moved: 'In einem anderen Kreis',
  merged: 'Aufgegangen in einer anderen Kommune',
  gone: 'Weggefallen',
  population: 'Neue Einwohnerzahl, oder dieselbe von einem neueren Tag',
  joined: 'Zuständig ist ein anderer Antragsverbund',
  left: 'Ohne Antragsverbund',
  verbund: 'Antragsverbünde, neu oder umbenannt',
  person: 'Nummern von Integrationsmanagern und Integrationsmanagerinnen',
  ...fundingKinds,
  other: 'Sonst geändert',
} as const

type Row = Record<string, unknown>
type Told = readonly [ChangeGroup['kind'], string]

/** Rows before and after → what happened, in words. */
export function describeChanges(changes: readonly RegistryChange[]): ChangeGroup[] {
  const of = (table: string) => changes.filter((one) => one.table === table)
  const told: Told[] = [
    ...gemeinden(of('gemeinde'), of('gemeinde_nachfolge')),
    ...byKey(of('verbund_mitglied')).map(membership),
    ...of('verbund').map(verbund),
    ...of('im_nummer').map(person),
    ...byKey(of('kreis')).map(kreis),
    ...fundingChanges(changes),
  ]
  return (Object.keys(changeKinds) as ChangeGroup['kind'][]).flatMap((kind) => {
    const lines = told.filter(([one]) => one === kind).map(([, line]) => line)
    return lines.length === 0 ? [] : [{ kind, label: changeKinds[kind], lines }]
  })
}

function gemeinden(rows: readonly RegistryChange[], successions: readonly RegistryChange[]): Told[] {
  const successors = new Map(successions.map(({ key, became }) => [key, text(became?.successor)]))
  const added = new Map(rows.filter(({ was }) => was === null).map(({ key, became }) => [key, name(became)]))
  const isMove = (from: string, to: string, called: string) =>
    from.slice(0, 3) !== to.slice(0, 3) && added.get(to) === called
  const told = byKey(rows).map((own): [string, Told] => {
    const [first, last] = [own[0], own.at(-1)]
    const [before, after, key] = [first?.was ?? null, last?.became ?? null, first?.key ?? '']
    const successor = successors.get(key) ?? ''
    if (successor === '' || after?.valid_to === null) return [key, lived(key, before, after)]
    const until = `bis ${day(after?.valid_to)}`
    if (isMove(key, successor, name(before)))
      return [key, ['moved', `${key} ${name(before)} (${until}) → ${successor} ${name(before)}`]]
    return [
      key,
      ['merged', `${key} ${name(before)} (${until}) → ${[successor, added.get(successor)].filter(Boolean).join(' ')}`],
    ]
  })
  // Whoever has moved is told of once, not as new beside.
  const arrived = new Set(
    [...successors].filter(([from, to]) => isMove(from, to, wasCalled(rows, from))).map(([, to]) => to),
  )
  return told.filter(([key, [kind]]) => kind !== 'new' || !arrived.has(key)).map(([, one]) => one)
}

const wasCalled = (rows: readonly RegistryChange[], key: string) =>
  name(rows.find((one) => one.key === key && one.was !== null)?.was)

function lived(key: string, before: Row | null, after: Row | null): Told {
  if (before === null) return ['new', `${key} ${name(after)}, ab ${day(after?.valid_from)}${inhabitants(after)}`]
  if (after === null || (after.valid_to !== null && before.valid_to === null))
    return ['gone', `${key} ${name(before)}${after === null ? '' : `, bis ${day(after.valid_to)}`}`]
  const isCounted = before.population !== after.population || before.population_date !== after.population_date
  const counted = before.population === after.population ? restated(before, after) : grown(before, after)
  if (name(before) !== name(after))
    return ['renamed', `${key} ${name(before)} → ${name(after)}${isCounted ? `; ${counted}` : ''}`]
  if (isCounted) return ['population', `${key} ${name(after)}: ${counted}`]
  return ['other', `${key} ${name(after)}`]
}

function kreis(own: readonly RegistryChange[]): Told {
  const [before, after, key] = [own[0]?.was ?? null, own.at(-1)?.became ?? null, own[0]?.key ?? '']
  if (before === null) return ['new', `Kreis ${key} ${name(after)}`]
  const isRenamed = after !== null && name(before) !== name(after)
  return isRenamed
    ? ['renamed', `Kreis ${key} ${name(before)} → ${name(after)}, ab ${day(after.valid_from)}`]
    : ['other', `Kreis ${key} ${name(after ?? before)}`]
}

function membership(own: readonly RegistryChange[]): Told {
  const [first, last] = [own[0], own.at(-1)]
  const [before, after, key] = [first?.was ?? null, last?.became ?? null, first?.key ?? '']
  if (after === null || after.valid_to !== null) return ['left', `${key}, bisher ${text((before ?? after)?.verbund)}`]
  const from = before === null || before.verbund === after.verbund ? '' : `${text(before.verbund)} → `
  return ['joined', `${key}: ${from}${text(after.verbund)}, ab ${day(after.valid_from)}`]
}

function verbund({ key, was, became }: RegistryChange): Told {
  const names =
    was === null || became === null || name(was) === name(became)
      ? name(became ?? was)
      : `${name(was)} → ${name(became)}`
  return ['verbund', `${key} ${names}${was === null ? ', neu' : ''}`]
}

function person({ key, was, became }: RegistryChange): Told {
  const until = became?.valid_to == null ? '' : ` bis ${day(became.valid_to)}`
  return ['person', `${key}, ab ${day((became ?? was)?.valid_from)}${until}${was === null ? ', neu' : ''}`]
}

function byKey(rows: readonly RegistryChange[]): RegistryChange[][] {
  const groups = new Map<string, RegistryChange[]>()
  for (const row of rows) groups.set(row.key, [...(groups.get(row.key) ?? []), row])
  return [...groups.values()]
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const name = (row: Row | null | undefined) => text(row?.name)
const day = (value: unknown) => formatDate(text(value))
const count = (value: unknown) => (typeof value === 'number' ? formatNumber(value) : 'keine Angabe')
const grown = (before: Row, after: Row) => `${count(before.population)} → ${count(after.population)} Einwohner`
const restated = (before: Row, after: Row) =>
  `${count(after.population)} Einwohner, Stand ${day(before.population_date)} → ${day(after.population_date)}`
const inhabitants = (row: Row | null) =>
  typeof row?.population === 'number' ? `, ${count(row.population)} Einwohner` : ''
