import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Operator } from '../../schemas/operator.ts'

/** A university in Schleswig-Holstein, whose law, authority and arbitration board are others than those of the example. */
export const kiel: Operator = {
  name: 'Universität Beispielstadt',
  legalForm: 'Körperschaft des öffentlichen Rechts',
  address: { extra: 'Zentrum für Umfragen', street: 'Förderweg 7', postalCode: '24000', city: 'Beispielstadt' },
  representative: {
    name: 'Prof. Dr. Hein Beispiel',
    role: 'Präsident',
    address: { street: 'Schlossgarten 2', postalCode: '24000', city: 'Beispielstadt' },
  },
  register: { court: 'Amtsgericht Beispielstadt', number: 'VR 4711' },
  vatId: 'DE123456789',
  businessId: 'DE123456789-00001',
  supervisoryBody: null,
  further: [{ label: 'Verantwortlich für den Inhalt', text: 'Dr. Silke Beispiel, Förderweg 7, 24000 Beispielstadt' }],
  client: null,
  funder: { name: 'Stiftung Nordlicht' },
  contact: {
    name: 'Büro der Studie',
    phone: '0431 000-1',
    mail: 'studie@uni.example.org',
    hours: 'täglich von 8 bis 12 Uhr',
  },
  genuine: { announced: 'https://uni.example.org/studie', mailFrom: 'uni.example.org' },
  answering: {
    purpose: 'Wir untersuchen, wie Ämter im Norden arbeiten.',
    mandatory: true,
    law: '§ 3 des Gesetzes über Beispiele',
    consequence: 'Es kann ein Zwangsgeld festgesetzt werden.',
    effort: 'Etwa eine Stunde.',
    results: 'Ein Bericht erscheint im Frühjahr.',
  },
  dataProtectionOfficer: { mail: 'dsb@uni.example.org' },
  supervisoryAuthority: {
    name: 'Unabhängiges Landeszentrum für Datenschutz Schleswig-Holstein',
    address: { street: 'Holstenstraße 98', postalCode: '24103', city: 'Kiel' },
  },
  privacy: {
    basis: 'legalObligation',
    law: '§ 3 des Gesetzes über Beispiele',
    source: 'Die Adressen stammen aus dem Amtsverzeichnis.',
    recipients: [],
    processors: [{ name: 'Rechenzentrum Nord', place: 'Altenholz', task: 'Betrieb der Server' }],
    thirdCountries: 'Schweiz, auf Grund eines Angemessenheitsbeschlusses',
    retention: { answers: 'zehn Jahre', log: 'vierzehn Tage' },
  },
  accessibility: {
    law: '§ 11 des Landesbehindertengleichstellungsgesetzes Schleswig-Holstein',
    state: 'full',
    method: 'thirdParty',
    assessor: 'Prüfstelle Nord',
    notAssessed: [],
    created: '2026-10-01',
    arbitrationBoard: {
      name: 'Beschwerdestelle bei der Landesbeauftragten für Menschen mit Behinderungen',
      mail: 'lb@example.org',
    },
  },
}

/** Writes an operator's file, with what stands beside it, and says where. */
export function operatorFile(operator: object | string, beside: Record<string, string | Buffer> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'stichtag-operator-'))
  for (const [name, content] of Object.entries(beside)) writeFileSync(join(folder, name), content)
  const file = join(folder, 'betreiber.jsonc')
  writeFileSync(file, typeof operator === 'string' ? operator : JSON.stringify(operator, undefined, 2))
  return file
}
