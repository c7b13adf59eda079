import { formatDate, isDate } from '../../surveys/reading/dates.ts'

/** What an extension is judged by. */
interface Asked {
  /** The new last day, `2026-12-31`. */
  frist: string
  reason: string
  /** For all, or for some. */
  everybody: boolean
  wave: { state: 'created' | 'open' | 'closed'; frist: string; stichtag: string | null }
  /** Today, where the Kommunen are. */
  today: string
}

export interface ExtensionFault {
  field: 'bis' | 'grund'
  message: string
}

/** All that speaks against moving a last day. Nobody's time ends before the day on which it is said. */
export function extensionFaults({ frist, reason, everybody, wave, today }: Asked): ExtensionFault[] {
  const faults: ExtensionFault[] = []
  const day = (message: string) => faults.push({ field: 'bis', message })
  if (!isDate(frist)) day('Bitte geben Sie den letzten Tag an, zum Beispiel 31.12.2026.')
  else if (frist < today)
    day(`Der ${formatDate(frist)} ist schon vorbei. Der früheste Tag ist heute, der ${formatDate(today)}.`)
  else if (wave.stichtag !== null && frist < wave.stichtag)
    day(`Der ${formatDate(frist)} liegt vor dem Stichtag ${formatDate(wave.stichtag)}.`)
  else if (everybody && frist === wave.frist) day(`Der ${formatDate(frist)} ist schon die Frist dieser Erhebung.`)
  else if (!everybody && frist <= wave.frist)
    day(
      `Die Frist der Erhebung läuft bis ${formatDate(wave.frist)}. Eine eigene Frist beginnt frühestens am Tag danach.`,
    )
  if (wave.state === 'closed')
    day('Die Erhebung ist geschlossen. Öffnen Sie sie zuerst wieder, dann lässt sich die Frist verlängern.')
  if (reason.trim() === '') faults.push({ field: 'grund', message: 'Bitte geben Sie den Grund an.' })
  return faults
}

/** Why an extension cannot be given back any more, or ''. */
export function whyNotUndone(
  extension: { everybody: boolean; frist: string; former: string | null; undoneAt: Date | null },
  wave: { frist: string },
  today: string,
): string {
  if (extension.undoneAt !== null) return 'Diese Verlängerung ist schon zurückgenommen.'
  if (extension.everybody && wave.frist !== extension.frist)
    return 'Die Frist der Erhebung wurde seither noch einmal geändert.'
  const back = extension.former ?? wave.frist
  return back < today
    ? `Die frühere Frist, der ${formatDate(back)}, ist schon vorbei: Die Antworten endeten damit rückwirkend.`
    : ''
}
