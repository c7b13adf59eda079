import type { OwnParagraph } from '../../schemas/kreisbericht.ts'

export type SectionId = OwnParagraph['section']

/** The sections in the order in which they stand; one that says nothing is left out. */
export const sectionTitles: Readonly<Record<SectionId, string>> = {
  start: 'Anlass',
  providers: 'Wer das Integrationsmanagement trägt',
  staff: 'Personal',
  target: 'Zielgruppe',
  counselling: 'Beratung',
  grant: 'Förderung',
  participation: 'Beteiligung an den Umfragen',
  open: 'Was offen ist',
  end: 'Ausblick',
}

export const sectionIds = Object.keys(sectionTitles) as SectionId[]
