import { type Assumptions, type Bounds, type MissingAssumed, power } from '../compare/assumed.ts'
import type { Step, ToldPopulation } from '../compare/results.ts'
import { type Change, toldChange } from '../compare/shown-change.ts'
import { isDefined } from '../stats/not-defined.ts'
import { levelWords, number, pWords, signed, whole, whyNot } from '../words.ts'
import { type Cell, change, changeInterval, interval, number as numberCell, probability, text } from './cell.ts'
import { inShort } from './population-words.ts'
import type { Section } from './report.ts'
import type { Table } from './table.ts'

type Part = Pick<Section, 'sentences' | 'tables'>

interface Words {
  population: ToldPopulation
  many: string
  level: number
}

/** What the number of pairs could have shown, and whether the change is too small to matter. */
export function certaintyPart({ total }: Step, { population, level }: Words): Part {
  const { detectable, equivalence } = total.assumptions ?? {}
  if (detectable === undefined) return { sentences: [], tables: [] }
  if (!isDefined(detectable)) {
    const sentence = `Welche Veränderung aufgefallen wäre, lässt sich nicht sagen: ${whyNot(detectable)}.`
    return { sentences: [sentence], tables: [] }
  }
  const shown = toldChange(total.result)
  const speaksOf = inShort(population)
  return {
    sentences: [
      `Mit so vielen Paaren und dieser Streuung wäre eine Veränderung ab ${number(detectable)} nach oben oder unten mit ${whole(100 * power)} % Wahrscheinlichkeit aufgefallen; eine kleinere kann es geben, ohne dass der Test sie zeigt.`,
      ...(shown === undefined || equivalence === undefined ? [] : [equivalenceSentence(shown, equivalence, level)]),
    ],
    tables: [
      {
        id: 'aufgefallen',
        label: 'Was aufgefallen wäre',
        head: ['', 'Wert', `Intervall (${speaksOf})`, 'p'],
        rows: [
          [
            text(`Kleinste Veränderung, die mit ${whole(100 * power)} % aufgefallen wäre`),
            numberCell(detectable),
            text(''),
            text(''),
          ],
          ...(equivalence === undefined || !isDefined(equivalence)
            ? []
            : [
                [
                  text(`Äquivalenztest (TOST) gegen ±${number(equivalence.margin)}, ${narrow(level)}-Intervall`),
                  change(shown?.change),
                  changeInterval(equivalence.interval),
                  probability(equivalence.p),
                ],
              ]),
        ],
      },
    ],
  }
}

const narrow = (level: number) => levelWords(Math.round(1e6 * (2 * level - 1)) / 1e6)

function equivalenceSentence(
  { change: moved }: Change,
  equivalence: NonNullable<Assumptions['equivalence']>,
  level: number,
): string {
  if (!isDefined(equivalence)) return `Für einen Äquivalenztest fehlt der Fehler: ${whyNot(equivalence)}.`
  const { margin, p, interval: between } = equivalence
  const [low, high] = between
  const limits = `Als kleinste Veränderung, die zählt, sind ${number(margin)} angenommen.`
  const found = `Das ${narrow(level)}-Intervall reicht von ${signed(low)} bis ${signed(high)}`
  if (p < 1 - level)
    return `${limits} ${found}, liegt also ganz zwischen −${number(margin)} und +${number(margin)} (Äquivalenztest: ${pWords(p)}): Die Veränderung ist zu klein, um zu zählen.`
  if (Math.min(Math.abs(low), Math.abs(high)) > margin && low * high > 0)
    return `${limits} ${found}, liegt also ganz jenseits davon: Die Veränderung ist groß genug, um zu zählen.`
  const where = Math.abs(moved) < margin ? 'dazwischen' : 'jenseits davon'
  return `${limits} ${found}; die gefundene Veränderung liegt ${where}, das Intervall aber nicht ganz (Äquivalenztest: ${pWords(p)}): Ob die Veränderung zählt, bleibt offen.`
}

/** What those who are no pair could make of it. */
export function missingPart({ total, from, to }: Step, { population, many, level }: Words): Part {
  const missing = total.assumptions?.missing
  if (missing === undefined) return { sentences: [], tables: [] }
  const shown = toldChange(total.result)
  const shift = shown && shiftTable(shown, missing, { population, level })
  const { bounds } = missing
  return {
    sentences: [
      ...(shift === undefined ? [] : shiftSentences(missing, many)),
      ...(bounds === undefined ? [] : [boundsSentence(missing, many)]),
    ],
    tables: [
      ...(shift === undefined ? [] : [shift]),
      ...(bounds === undefined ? [] : [boundsTable(bounds, { from, to })]),
    ],
  }
}

function shiftSentences({ n, of, zeroAt, turnsAt }: MissingAssumed, many: string): string[] {
  if (zeroAt === undefined) return []
  const ofWhom = `Von ${whole(of)} befragten ${many} ${n === 1 ? 'ist eine' : `sind ${whole(n)}`} kein Paar.`
  const zero = `Damit sich über alle nichts verändert hätte, müssten sie sich im Mittel um ${signed(zeroAt)} anders verändert haben als die Paare.`
  if (turnsAt === undefined || !isDefined(turnsAt)) return [`${ofWhom} ${zero}`]
  const { holdsZero, at } = turnsAt
  const [low, high] = at
  const turn = holdsZero
    ? `Das Intervall schließt 0 ein und täte das, solange dieser Unterschied zwischen ${signed(low)} und ${signed(high)} liegt.`
    : `Das Intervall schließt 0 nicht ein; das täte es erst, wenn dieser Unterschied zwischen ${signed(low)} und ${signed(high)} läge.`
  return [`${ofWhom} ${zero} ${turn}`]
}

function shiftTable(
  shown: Change,
  { zeroAt, shifted }: MissingAssumed,
  { population, level }: Pick<Words, 'population' | 'level'>,
): Table | undefined {
  if (zeroAt === undefined) return undefined
  const none: Cell = text('')
  return {
    id: 'fehlende',
    label: 'Wenn sich die Fehlenden anders verändert hätten',
    head: [
      'Die Fehlenden im Vergleich zu den Paaren',
      'Veränderung aller',
      `${levelWords(level)}-Intervall (${inShort(population)})`,
    ],
    rows: [
      [text('gleich'), change(shown.change), changeInterval(shown.interval)],
      ...(shifted === undefined
        ? []
        : [[text(`um ${signed(shifted.by)}`), change(shifted.estimate), changeInterval(shifted.interval)]]),
      [text(`um ${signed(zeroAt)} (Kipppunkt)`), change(0), none],
    ],
  }
}

const boundsSentence = ({ n, of }: MissingAssumed, many: string) =>
  `Ohne jede Annahme über die Fehlenden liegen die Anteile aller ${whole(of)} befragten ${many} zwischen den äußersten Schranken der Tabelle: Für die ${whole(n)}, die kein Paar sind, ist einmal alles und einmal nichts eingesetzt.`

const boundsTable = (bounds: readonly Bounds[], { from, to }: Pick<Step, 'from' | 'to'>): Table => ({
  id: 'schranken',
  label: 'Äußerste Schranken',
  head: ['In Prozent', from, to, 'Veränderung'],
  rows: bounds.map(({ label, before, after, change: moved }) => [
    text(label),
    interval(before),
    interval(after),
    changeInterval(moved),
  ]),
})
