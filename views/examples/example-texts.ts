import type { OfWave } from '../page-data/text-pages.ts'

/** The page of a wave that those about its texts are. */
export const ofWave: OfWave = {
  id: 'umfrage-3',
  waveTitle: 'Umfrage unter Integrationsmanagerinnen und Integrationsmanagern',
  waveHref: '/intern/erhebungen/umfrage-3',
  textsHref: '/intern/erhebungen/umfrage-3/texte',
  synthetic: true,
  scope: '',
  notice: '',
  errors: [],
}
