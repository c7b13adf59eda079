import type { Pages } from '../../../../views/page-data/pages.ts'
import type { Delivered, Licences } from '../../../licences/read-licences.ts'

const what: Record<Delivered['as'], string> = {
  program: 'Das Programm selbst: seine Seiten und die Skripte darin',
  css: 'Gestaltung der Seiten',
  woff2: 'Schrift der Seiten',
  js: 'Teil der Skripte in den Seiten',
  pdf: 'Schrift in PDF-Dateien',
}

const byName = new Intl.Collator('de').compare

/** What the site consists of, and on which terms: without versions, which would tell those who look for a way in. */
export function licencesPage({ delivered, others }: Licences): Pages['lizenzen'] {
  const licences = [...new Set(others.map(({ licence }) => licence))].sort(byName)
  return {
    delivered: delivered.map(({ name, licence, as, text }) => ({
      name: as === 'program' ? 'Stichtag' : name,
      what: what[as],
      licence: licence || 'nicht angegeben',
      text,
      german: /\bdiese\b/i.test(text),
    })),
    others: licences.map((licence) => ({
      licence: licence || 'ohne Angabe',
      names: [...new Set(others.filter((one) => one.licence === licence).map(({ name }) => name))].sort(byName),
    })),
  }
}
