import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import type { Register } from '../../../../surveys/reading/register.ts'
import type { PapersPage } from '../../../../views/page-data/paper-pages.ts'
import { dayOfTime } from '../../../domain/german-time.ts'
import type { AskedWave } from '../../../field/asked-wave.ts'
import type { ListedPaper } from '../../../store/paper-entries.ts'
import { shownUnit } from '../frame.ts'
import { paperHref, papersHref, waveHref } from './addresses.ts'

const mostNamed = 200

/** The papers of a wave, those with something to do before those that were submitted. */
export function papersPage(
  { wave, form: { instrument } }: AskedWave,
  papers: readonly ListedPaper[],
  register: Register,
  { typed = '', error = '' }: { typed?: string; error?: string },
): PapersPage {
  const more = papers.length - mostNamed
  return {
    id: wave.id,
    waveHref: waveHref(wave.id),
    href: papersHref(wave.id),
    title: instrument.title,
    synthetic: wave.synthetic,
    keyLabel: unitKinds[instrument.unit].one,
    typed,
    error,
    rows: papers.slice(0, mostNamed).map((paper) => {
      const { name, note } = shownUnit(instrument.unit, paper.unit, register)
      return {
        name,
        note,
        href: paperHref(wave.id, paper.unit),
        state: stateWords(paper),
        scans: paper.scans === 0 ? '' : String(paper.scans),
      }
    }),
    more: more > 0 ? `und ${more} weitere` : '',
  }
}

function stateWords({ begun, done, takenAt, fields, differing }: ListedPaper): string {
  if (done === 2) return 'zweimal erfasst, zu vergleichen'
  if (begun === 2) return done === 1 ? 'einmal erfasst, zweite begonnen' : 'zweimal begonnen'
  if (begun === 1) return done === 1 ? 'einmal erfasst' : 'begonnen'
  if (takenAt === null) return 'nur Scan'
  return `eingegangen ${dayOfTime(takenAt)}, ${differing} von ${fields} verschieden erfasst`
}
