import { CountTable, type Place } from '../disclosure/count-table.ts'
import { isFew } from '../disclosure/fewest.ts'
import { hidden, type Told } from '../disclosure/hidden.ts'
import type { Flow, OutcomeName, Rate } from './participation.ts'

type Counted = { flow: Flow; rates: Record<OutcomeName, Rate> }

export type ToldFlow = { [Of in keyof Flow]: Told<number> }
export type ToldRate = { [Of in keyof Rate]: Told<Rate[Of]> }
export interface ToldParticipation {
  flow: ToldFlow
  rates: Record<OutcomeName, ToldRate>
}

interface Places {
  flow: Record<keyof Flow, Place>
  rates: Record<OutcomeName, { yes: Place; of: Place }>
}

const outcomes = ['first', 'second', 'stayed', 'both'] as const satisfies readonly OutcomeName[]
const ends = ['both', 'dropped', 'joined', 'neither'] as const satisfies readonly (keyof Flow)[]

/**
 * Who took part, of all and by class of several characteristics, as it may be told beside each other. That somebody did not
 * answer is no answer: it is only left out where a count of one or two would be printed.
 */
export function discloseAttrition(
  total: Counted,
  characteristics: readonly (readonly Counted[])[],
): { total: ToldParticipation; classes: ToldParticipation[][] } {
  const table = new CountTable()
  const all = placesOf(table, total)
  const places = characteristics.map((classes) => {
    const parts = classes.map((one) => placesOf(table, one))
    if (parts.length > 0) addUp(table, all, parts)
    return parts
  })
  return {
    total: tell(table, total, all),
    classes: characteristics.map((classes, characteristic) =>
      classes.map((one, place) => tell(table, one, places[characteristic]?.[place] as Places)),
    ),
  }
}

/** Of the model of a total: how many lack a characteristic. */
export const toldCount = (count: number): Told<number> => (isFew(count) ? hidden : count)

function placesOf(table: CountTable, { flow, rates }: Counted): Places {
  const counts = Object.fromEntries(Object.entries(flow).map(([name, count]) => [name, table.add(count)]))
  const placed = counts as Places['flow']
  table.sum(
    ends.map((end) => placed[end]),
    placed.units,
  )
  const rate = (name: OutcomeName) => ({ yes: table.add(rates[name].yes), of: table.add(rates[name].of) })
  const of = { first: rate('first'), second: rate('second'), stayed: rate('stayed'), both: rate('both') }
  table.sum([placed.both, placed.dropped], of.first.yes)
  table.sum([placed.both, placed.joined], of.second.yes)
  table.sum([placed.both], of.stayed.yes)
  table.sum([placed.both], of.both.yes)
  return { flow: placed, rates: of }
}

function addUp(table: CountTable, all: Places, parts: readonly Places[]): void {
  for (const end of [...ends, 'units'] as const)
    table.sum(
      parts.map(({ flow }) => flow[end]),
      all.flow[end],
    )
  for (const name of outcomes)
    for (const side of ['yes', 'of'] as const)
      table.sum(
        parts.map(({ rates }) => rates[name][side]),
        all.rates[name][side],
      )
}

function tell(table: CountTable, { flow, rates }: Counted, places: Places): ToldParticipation {
  const rate = (name: OutcomeName): ToldRate => {
    const { yes, of } = places.rates[name]
    const isTold = table.isTold(yes) && table.isTold(of)
    return { yes: table.tell(yes), of: table.tell(of), interval: isTold ? rates[name].interval : hidden }
  }
  return {
    flow: Object.fromEntries(
      Object.keys(flow).map((name) => [name, table.tell(places.flow[name as keyof Flow])]),
    ) as ToldFlow,
    rates: { first: rate('first'), second: rate('second'), stayed: rate('stayed'), both: rate('both') },
  }
}
