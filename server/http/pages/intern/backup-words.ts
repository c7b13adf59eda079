import type { HomePage } from '../../../../views/page-data/staff-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import type { LastBackups } from '../../../store/backups.ts'

/** A night may be missed; two may not. */
const longestPause = 2 * 86_400_000

const operators = 'Die Datenbank sichert, wer sie betreibt (etwa mit pg_dump); Stichtag tut es hier nicht von selbst.'
const first =
  'Noch gibt es keine. Die erste folgt in der kommenden Nacht oder binnen einer Stunde nach dem Start, danach jede Nacht.'

/** When the last backup was, whether it is known to be any good, and what is wrong. */
export function backupWords(last: LastBackups, { nightly }: { nightly: boolean }): HomePage['backup'] {
  const { madeAt, verifiedAt, verifiedOf } = last
  const made = madeAt === null ? (nightly ? first : '') : `Letzte Sicherung: ${dayAndTime(madeAt)}.`
  const of = verifiedOf === null ? '' : ` (Sicherung vom ${dayAndTime(verifiedOf)})`
  const verified =
    verifiedAt === null
      ? 'Geprüft wurde noch keine.'
      : `Zuletzt geprüft, also zur Probe eingespielt und verglichen: ${dayAndTime(verifiedAt)}${of}.`
  return {
    sentences: [...(nightly ? [] : [operators]), made, madeAt === null && verifiedAt === null ? '' : verified].filter(
      Boolean,
    ),
    warning: warningOf(last, nightly),
  }
}

function warningOf({ madeAt, failedAt, now }: LastBackups, nightly: boolean): string {
  const tell = 'Bitte geben Sie das an die Stelle weiter, die den Server betreibt.'
  const isLate = madeAt !== null && now.getTime() - madeAt.getTime() > longestPause
  if (failedAt !== null && failedAt > (madeAt ?? new Date(0)))
    return `Die Sicherung am ${dayAndTime(failedAt)} misslang. ${tell}`
  return nightly && isLate ? `Die letzte Sicherung ist älter als zwei Tage. ${tell}` : ''
}
