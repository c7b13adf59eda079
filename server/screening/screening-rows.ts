import { suspectWords } from '../../analysis/screening/words.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { QueueItem } from './queue.ts'

/** Where to look first, as the command tells it. People script against the keys: they only grow. */
export function screeningRows(queue: readonly QueueItem[], { variable, labels }: Instrument) {
  return queue.map(({ rank, unit, suspect, state, decision, formerly }) => {
    const { variable: field, value, expected, suspicion, influence, score, clues } = suspect
    const question = variable.get(field)?.number ?? ''
    return {
      rang: rank,
      kennung: unit.unit,
      name: unit.name,
      kreis: unit.kreis,
      frage: question,
      feld: field,
      bezeichnung: labels.get(field)?.label ?? field,
      angegeben: value,
      erwartet: expected ?? null,
      verdacht: suspicion,
      einfluss: influence,
      wert: score,
      gruende: [...new Set(clues.map(({ kind }) => reasons[kind]))],
      pruefungen: clues.flatMap((clue) => (clue.kind === 'check' ? [clue.check] : [])),
      satz: suspectWords({ ...suspect, question }),
      stand: state,
      entschieden_am: decision?.at.toISOString() ?? null,
      entschieden_von: decision?.who ?? null,
      entscheiden_wuerde: decision?.wanted ?? '',
      vorher: formerly ?? null,
    }
  })
}

const reasons = { change: 'letzte-welle', similar: 'aehnliche-kommunen', check: 'pruefung' } as const
