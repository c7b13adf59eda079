import type { PersonRequestPage } from '../../../../views/page-data/person-pages.ts'
import { type ActProof, actCounts, isActCount } from '../../../persons/request-content.ts'

type ShownProof = Omit<NonNullable<PersonRequestPage['proof']>, 'files'>

const words = {
  correction: { title: 'Nachweis der Berichtigung', act: 'die Berichtigung' },
  restriction: { title: 'Nachweis der Einschränkung', act: 'die Einschränkung' },
} as const satisfies Record<ActProof['act'], { title: string; act: string }>

/** What was corrected or restricted, in numbers. */
export function actProofOf({ act, counts, waves, submittedSince }: ActProof): ShownProof {
  const counted = Object.entries(counts).flatMap(([name, count]) =>
    isActCount(name) && count > 0 ? [{ label: actCounts[name], value: String(count) }] : [],
  )
  return {
    title: words[act].title,
    lead: '',
    facts: [...counted, ...(waves.length === 0 ? [] : [{ label: 'Erhebungen', value: waves.join(', ') }])],
    toTell: `Bitte teilen Sie denen, die sie haben, ${words[act].act} mit (Art. 19 DSGVO).`,
    none: noFiles(submittedSince),
  }
}

/** Why no file is named that could have held it. */
export const noFiles = (submittedSince: string | null): string =>
  submittedSince === null
    ? 'Nichts davon war abgesendet. Kontaktdaten und Entwürfe stehen in keiner Datei, die ausgegeben wird.'
    : 'Seit der Abgabe ist aus diesen Erhebungen keine Datei ausgegeben worden, die solche Texte enthält.'
