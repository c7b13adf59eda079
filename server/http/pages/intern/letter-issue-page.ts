import type { LetterIssuePage } from '../../../../views/page-data/letter-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import { arrange } from '../../../letters/arrange.ts'
import type { AskedByOffice } from '../../../letters/asked-wave.ts'
import { whoGetsOne } from '../../../letters/letters-file.ts'
import type { Receiver } from '../../../letters/receiver.ts'
import type { Issue } from '../../../store/letter-issues.ts'
import { letterStepHref, lettersHref } from './addresses.ts'
import { issueBadge, issueTitle, waveHeadOf } from './letters-page.ts'

interface Known {
  asked: AskedByOffice
  issue: Issue
  receivers: readonly Receiver[]
  /** Browsers in which somebody is logged in who would be logged out. */
  sessions: number
  notice: string
  error: string
}

/** Letters that are made in one go: what they are, the file, and from when their codes work. */
export function letterIssuePage({ asked, issue, receivers, sessions, notice, error }: Known): LetterIssuePage {
  const { id, wave, form, letter, drawings, drawnAt, createdAt, who } = issue
  const getting = whoGetsOne(form, receivers)
  const bundles = form === 'pdf' ? arrange(receivers).posts.filter((post) => 'verbund' in post).length : 0
  const isOpen = issue.settledAt === null
  const href = (step: Parameters<typeof letterStepHref>[2]) => letterStepHref(wave, id, step)
  return {
    wave: waveHeadOf(asked),
    lettersHref: lettersHref(wave),
    title: issueTitle(issue),
    badge: issueBadge(issue),
    notice,
    error,
    facts: [
      { label: 'Schreiben', value: String(isOpen ? getting.length : issue.valid) },
      ...(bundles > 0 ? [{ label: 'davon über Verbünde', value: `${bundles} Bündel, je mit Begleitblatt` }] : []),
      { label: 'Angelegt', value: `${dayAndTime(createdAt)}, von ${who ?? 'der Befehlszeile'}` },
      ...(drawnAt === null ? [] : [{ label: 'Zuletzt heruntergeladen', value: dayAndTime(drawnAt) }]),
      ...(issue.superseded > 0
        ? [{ label: 'Überholt', value: `${issue.superseded}; dafür war inzwischen ein anderer Code ausgegeben` }]
        : []),
    ],
    warning: isOpen ? endsOf(getting, sessions) : '',
    leftOut: isOpen
      ? receivers.filter((one) => !getting.includes(one)).map(({ unit, name }) => `${name} (${unit})`)
      : [],
    steps: isOpen
      ? {
          download: {
            href: href('datei'),
            label: form === 'csv' ? 'Liste mit Zugangscodes herunterladen' : 'Schreiben als PDF herunterladen',
            note:
              form === 'csv'
                ? 'Eine Zeile je Schreiben, mit Anschrift.'
                : 'Nach Postleitzahl, für Umschläge mit Fenster (DIN 5008, Form B) und beidseitigen Druck. Bei vielen Schreiben dauert es bis zu einer Minute.',
          },
          plainHref: letter === 'zugangscode' ? href('anschreiben') : '',
          file: Math.max(drawings, 1),
          fileName: drawnAt === null ? '' : letterFileName(issue, drawings),
          confirmHref: href('bestaetigung'),
          discardHref: href('verwerfen'),
        }
      : null,
  }
}

/** What a file is called: its number tells it from others of the same issue. */
export const letterFileName = (
  { wave, id, letter, form }: Pick<Issue, 'wave' | 'id' | 'letter' | 'form'>,
  file: number,
) => `${letter}-${wave}-ausgabe-${id}-${file}.${form}`

function endsOf(receivers: readonly Receiver[], sessions: number): string {
  const ending = receivers.filter(({ hasCode }) => hasCode).length
  if (ending === 0) return ''
  const codes = ending === 1 ? 'ein bisheriger Zugangscode' : `${ending} bisherige Zugangscodes`
  const open =
    sessions === 0
      ? ''
      : ` ${sessions === 1 ? 'Eine Person ist' : `${sessions} Personen sind`} gerade angemeldet und werden abgemeldet; was gespeichert ist, bleibt.`
  return `Damit ${ending === 1 ? 'endet' : 'enden'} ${codes}. Wer ihn noch benutzt, muss auf das neue Schreiben warten.${open}`
}
