/**
 * A person as people write one, in texts that stand nowhere else. Each has a rare part in plain letters, which is the same however
 * the others are composed or escaped.
 */
export const person = {
  name: "Zoë O'Grützqvist".normalize('NFC'),
  mail: 'zoe.gruetzqvist@eislingen.example',
  phone: '07161 90-4711083',
  initials: 'ZÖQX7QX7',
  number: '117019-731',
  account: 'z.gruetzqvist',
} as const

/** What the person is looked for by. */
export const personTerms = ['Grützqvist', person.mail, person.phone, person.initials, person.number]

const rare = { name: 'tzqvist', phone: '4711083', initials: 'QX7QX7', number: '117019-731' }

const utf16 = (text: string) => Buffer.from(text, 'utf16le').subarray(0, -1)
const utf8 = (text: string) => Buffer.from(text)
const hex = (text: string) => Buffer.from(Buffer.from(text).toString('hex'))

/**
 * The bytes by which the person is recognised: in UTF-8, whether composed (NFC), decomposed (NFD) or escaped as in JSON, SQL and HTML,
 * in UTF-16 of either order, and in bytes that a dump writes as digits.
 */
export const marks: readonly { what: string; bytes: Buffer }[] = Object.entries(rare).flatMap(([what, text]) =>
  [...new Set([text, text.toUpperCase()])].flatMap((spelled) =>
    [utf8, utf16, hex].map((encode) => ({ what, bytes: encode(spelled) })),
  ),
)

/** Whether a text tells of the person. */
export const isMarked = (text: string): boolean => marks.some(({ bytes }) => text.includes(bytes.toString('latin1')))

/** The rare parts as they stand in rows written as text, where bytes are digits. */
export const rareTexts = Object.values(rare).flatMap((text) => [text, Buffer.from(text).toString('hex')])
