import fc from 'fast-check'

const home = '/erhebung/umfrage-1/117019'
const section = { _rev: '1', _umfang: 'felder', _aktion: 'bleiben', im_alpha: '1', im_alpha_kom: 'Text' }

/** What the forms send, each with values that are right. */
const posts: Record<string, Record<string, string>> = {
  '/zugang': { code: 'ABCD-EFGH-JKMN-PQRS', kuerzel: 'KM', weiter: home },
  '/erhebung': { code: 'ABCD-EFGH-JKMN-PQRS', kuerzel: 'KM', weiter: home },
  '/sitzung': {},
  [`${home}/abschnitt/sprache`]: section,
  [`${home}/abschnitt/bildung`]: { ...section, _basis: '{"im_alpha":"1"}', _offen: '{"im_alpha":"1"}' },
  [`${home}/pruefen`]: { _rev: '1', _aktion: 'begruenden' },
  [`${home}/aufbewahrt`]: { _rev: '1', _gesehen: '2026-11-29T12:00:00.000Z', _aktion: 'alle' },
  '/intern/anmelden': { name: 'forschung', kennwort: 'Sieben Zwerge', weiter: '/intern' },
  '/intern/anmelden/code': { code: '123456', weiter: '/intern' },
  '/intern/exporte': { welle: 'umfrage-1', datei: 'answers', format: 'csv' },
  '/intern/konten': { name: 'neu', rolle: 'forschung', bisher: 'Sieben Zwerge' },
  '/intern/konten/forschung': { aktion: 'sperren', bisher: 'Sieben Zwerge' },
  '/intern/konto/kennwort': { bisher: 'Sieben Zwerge', neu: 'Acht Zwerge im Wald', nochmal: 'Acht Zwerge im Wald' },
  '/intern/konto/sitzungen/0': {},
}

/** What is only read; `?` is a part of the address that may be anything. */
const gets = [
  '/',
  '/zugang',
  '/erhebung',
  '/erhebung/?',
  '/erhebung/?/?',
  '/erhebung/umfrage-1/?/abschnitt/sprache',
  '/erhebung/?/117019/pruefen',
  '/assets/?',
  '/?',
  ...['', '/pruefen', '/aufbewahrt', '/abschnitt/sprache', '/abschnitt/?', '/drucken', '/gemeinden', '/quittung/?']
    .concat('/quittung/?/datei', '/papier/?', '/auszaehlen', '/auszaehlen/vorlage/?')
    .map((end) => home + end),
  ...['', '/erhebungen/?', '/erhebungen/?/nach-der-frist', '/auswertung/umfrage-1/?', '/auswertung/?/zp_gesamt']
    .concat('/auswertung/umfrage-1/zp_gesamt/skript/?', '/ausfall', '/ausfall/skript/?', '/vergleich', '/exporte')
    .concat('/vergleich/skript/?', '/verwaltungsdaten/?/zuruecknehmen', '/verwaltungsdaten/vorschau/?', '/protokoll')
    .concat('/konten', '/konten/?', '/konto', '/anmelden', '/anmelden/code')
    .map((end) => `/intern${end}`),
]
const asked = [
  'weiter',
  'gespeichert',
  'bereinigt',
  'uebernommen',
  'aufbewahrt',
  'welle',
  'a',
  'b',
  'frage',
  'nur',
  'vor',
  'q',
]

/** What PostgreSQL, HTML or a program may stumble over. */
const odd = fc.constantFrom(
  ...[
    '\0',
    'a\0b',
    '\x01',
    '\x1b[2J',
    '\x7f',
    '\u0085',
    '\ud800',
    'x\udfff',
    '\ufffe',
    '\u202e12',
    '\u2066',
    '%',
    '%00',
  ],
  ...["'", '"', '\\', '\\u0000', '-1', '9'.repeat(20), '1e400', 'NaN', '../..', '', 'null', '[]', '{"im_alpha":1}'],
  ...[
    '{"im_alpha":"\\u0000"}',
    '{"im_alpha":"\\ud800"}',
    'uebernehmen:im_alpha:\0',
    'x'.repeat(3000),
    '0',
    'umfrage-1',
  ],
)
const anything = fc.oneof({ weight: 4, arbitrary: odd }, fc.string({ unit: 'binary' }), fc.string())

const body = (fields: Record<string, string>) =>
  fc.tuple(
    fc.tuple(
      ...Object.entries(fields).map(([name, value]) =>
        fc.tuple(fc.constant(name), fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, anything)),
      ),
    ),
    fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, fc.array(fc.tuple(anything, anything), { maxLength: 2 })),
  )
const sent = fc.oneof(
  ...Object.entries(posts).map(([address, fields]) =>
    body(fields).map(([own, more]) => ({ address, fields: [...own, ...more] as [string, string][] })),
  ),
)
const read = fc.record({
  address: fc.constantFrom(...gets),
  query: fc.array(fc.tuple(fc.constantFrom(...asked), anything), { maxLength: 2 }),
})

/** A request as somebody may send it, who means well or not. */
export const anyRequest = fc.record({
  isRead: fc.boolean(),
  read,
  sent,
  method: fc.oneof({ weight: 9, arbitrary: fc.constant('') }, fc.constantFrom('HEAD', 'PUT', 'DELETE', 'OPTIONS')),
  parts: fc.array(anything, { minLength: 2, maxLength: 2 }),
  /** Whose cookie comes with it: a number of those who are logged in, or something else. */
  who: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(0, 1, 2) }, fc.constant('A'.repeat(43)), anything),
  kind: fc.constantFrom('form', 'form', 'form', 'form', 'json', 'text'),
  isOurs: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
  asksForJson: fc.boolean(),
})

/** Percent-encoded; what is no character as the bytes that a careless program would send for it. */
export const encode = (text: string) =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replaceAll('%EF%BF%BD', '%ED%A0%80')

export const encodeAll = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([name, text]) => `${encode(name)}=${encode(text)}`).join('&')
