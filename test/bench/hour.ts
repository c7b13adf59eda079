import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Random } from '../../server/demo/random.ts'
import { median, quantile } from './median.ts'
import { type Doings, noDoings, workOn } from './people.ts'
import { startReckoners } from './reckoners.ts'
import { type Colleague, exporting, printing, research, type Served } from './staff.ts'
import type { Guest } from './world.ts'

const printers = 5
const turns = 3
/** Seconds of a turn; what happens in the first few is not counted: all begin at once. */
const lasting = { start: 6, counted: 20 }

/** Who is at work. */
export interface Cast {
  guests: readonly Guest[]
  sections: readonly string[]
  researchers: readonly Colleague[]
  exporter: Colleague
}

/** Milliseconds of 95 of 100 pages, without the staff and with it. */
export interface Pages {
  quiet: number
  busy: number
}

export interface Hour extends Pages {
  name: string
  ratio: number
  /** With processes in place of the staff that reckon and ask nothing: so much it costs that no processor is idle. */
  occupied: number | undefined
  /** The same of each half of the turns, where something happens in between. */
  halves: readonly [Pages, Pages] | undefined
  /** How long the staff waits at the mean, with people in forms and without, by kind. */
  staff: Record<string, { count: number; busy: number; quiet: number; ratio: number }>
  refused: string[]
}

interface Server {
  name: string
  base: string
  /** Something that happens in the middle of each turn of the people in forms, and what makes up for it before the next. */
  amid?: () => Promise<void>
  afterwards?: () => Promise<void>
  /** How many processes are to reckon in place of the staff, in a further turn each time. */
  reckoners?: number
}

/**
 * Turns without and with the staff, and one of the staff alone; what people did is added to `all`. What happens amid a turn happens
 * without the staff too: the staff alone makes the difference.
 */
export async function measureHour(
  { name, base, amid, afterwards, reckoners }: Server,
  cast: Cast,
  all: Doings,
): Promise<Hour> {
  const nobody = { guests: [], researchers: [], exporters: [], printers: [] }
  const office = { researchers: cast.researchers, exporters: [cast.exporter], printers: cast.guests.slice(0, printers) }
  const sections = cast.sections
  const alone = await work({ ...nobody, ...office, base, sections, turn: turns })
  const rounds: { quiet: Worked; busy: Worked }[] = []
  const occupied: number[] = []
  const struck = { guests: cast.guests, base, sections, ...(amid && { amid }) }
  const waited = new Map<string, number[]>()
  const refused = new Map(alone.served.refused)
  const counted = async (turn: Promise<Worked>): Promise<Worked> => {
    const worked = await turn
    addTo(all, worked.doings)
    for (const [what, count] of [...worked.doings.refused, ...worked.served.refused])
      refused.set(what, (refused.get(what) ?? 0) + count)
    return worked
  }
  for (let turn = 0; turn < turns; turn += 1) {
    const quiet = await counted(work({ ...nobody, ...struck, turn }))
    await afterwards?.()
    if (reckoners !== undefined) {
      const end = startReckoners(reckoners)
      const { halves } = await counted(work({ ...nobody, guests: cast.guests, base, sections, turn })).finally(end)
      occupied.push(quantile(halves.flat(), 0.95))
    }
    const busy = await counted(work({ ...office, ...struck, turn }))
    await afterwards?.()
    for (const [kind, times] of busy.served.waited) waited.set(kind, [...(waited.get(kind) ?? []), ...times])
    rounds.push({ quiet, busy })
  }
  const slow = (pages: (one: Worked) => readonly number[]) => {
    const each = rounds.map(({ quiet, busy }) => [quantile(pages(quiet), 0.95), quantile(pages(busy), 0.95)] as const)
    const [quiet, busy] = [median(each.map(([time]) => time)), median(each.map(([, time]) => time))]
    return { quiet, busy, ratio: median(each.map(([without, withAll]) => withAll / without)) }
  }
  const staff = [...waited].map(([kind, times]) => {
    const [busy, quiet] = [median(times), median(alone.served.waited.get(kind) ?? [Number.NaN])]
    return [kind, { count: times.length, busy, quiet, ratio: busy / quiet }] as const
  })
  return {
    name,
    ...slow(({ halves }) => halves.flat()),
    occupied: reckoners && median(occupied),
    halves: amid && [slow(({ halves: [first] }) => first), slow(({ halves: [, second] }) => second)],
    staff: Object.fromEntries(staff),
    refused: [...refused].map(([what, count]) => `${count} × ${what}`),
  }
}

interface Turn {
  base: string
  guests: readonly Guest[]
  sections: readonly string[]
  turn: number
  researchers: readonly Colleague[]
  exporters: readonly Colleague[]
  printers: readonly Guest[]
  amid?: () => Promise<void>
}

interface Worked {
  doings: Doings
  served: Served
  /** Milliseconds of each page that was counted, by the half of the turn. */
  halves: readonly [readonly number[], readonly number[]]
}

async function work({ base, guests, sections, turn, researchers, exporters, printers, amid }: Turn): Promise<Worked> {
  const stopping = new AbortController()
  const { signal } = stopping
  setMaxListeners(0, signal)
  const doings = noDoings()
  const served: Served = { waited: new Map(), refused: new Map() }
  const at = { base, served, signal }
  const doing = [
    ...guests.map((guest, index) => {
      const random = new Random(`${turn} ${index}`)
      return workOn(base, guest, sections, doings, { random: () => random.next(), signal })
    }),
    ...researchers.map((colleague, index) => research(colleague, index, at)),
    ...exporters.map((colleague) => exporting(colleague, at)),
    ...printers.map(({ wave, unit, cookie }) => printing(`${base}/erhebung/${wave}/${unit}`, cookie, at)),
  ]
  await sleep(lasting.start * 1_000)
  doings.pages.length = 0
  const half = (lasting.counted / 2) * 1_000
  await sleep(half)
  const before = doings.pages.length
  await amid?.()
  await sleep(half)
  const pages = [...doings.pages]
  stopping.abort()
  await Promise.all(doing)
  return { doings, served, halves: [pages.slice(0, before), pages.slice(before)] }
}

function addTo(all: Doings, { pages, saves, submissions, stored }: Doings): void {
  all.pages.push(...pages)
  all.saves += saves
  all.submissions += submissions
  for (const [participant, text] of stored) all.stored.set(participant, text)
}
