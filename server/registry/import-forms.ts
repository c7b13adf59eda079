import type { ImportForm } from '../store/registry-imports.ts'

/** What is read in, as people call it. */
export const importForms = {
  gv100ad: 'Gemeindeverzeichnis GV100AD',
  'auszug-gv': 'Gemeindeverzeichnis AuszugGV',
  gemeinden: 'Kommunen',
  verbuende: 'Antragsverbünde',
  'im-nummern': 'Integrationsmanager/-innen',
  empfaenger: 'Zuwendungsempfänger',
  durchfuehrung: 'Durchführung des Integrationsmanagements',
  einsaetze: 'Einsätze der Integrationsmanager/-innen',
  qualifikationen: 'Qualifikation der Integrationsmanager/-innen',
  fortbildungen: 'Fortbildungen der Integrationsmanager/-innen',
  zustaendigkeit: 'Zuständigkeit, von Hand',
  anschriften: 'Anschriften',
  kontaktangaben: 'Ansprechpersonen aus einer Umfrage',
} as const satisfies Record<ImportForm, string>
