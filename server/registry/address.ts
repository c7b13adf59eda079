/** Where letters and mails to a unit go: a Kommune, an Antragsverbund, or a person by number. */
export interface Address {
  unit: string
  recipient: string
  person: string
  street: string
  postcode: string
  place: string
  mail: string
  phone: string
}

/** Whether it is a person by number, and not a Kommune or a Verbund. */
export const isNumberOfPerson = (unit: string): boolean => /^\d{6}-\d{3}$/.test(unit)

/** Where the address of a unit is kept: that of a Kreis under the key that it has as a recipient, or as a Kommune. */
export const addressUnitOf = (unit: string): string => (/^\d{3}$/.test(unit) ? `${unit}000` : unit)

export type AddressField = Exclude<keyof Address, 'unit'>

/** The parts of an address as people call them, with further headings under which lists have them. */
export const addressFields: Readonly<Record<AddressField, { label: string; others: readonly string[] }>> = {
  recipient: { label: 'Empfänger', others: ['behoerde', 'dienststelle', 'organisation', 'adressat'] },
  person: { label: 'Ansprechperson', others: ['ansprechpartner', 'ansprechpartnerin', 'kontaktperson', 'name'] },
  street: { label: 'Straße', others: ['anschrift', 'strassehausnummer', 'strasseundhausnummer', 'strassehausnr'] },
  postcode: { label: 'PLZ', others: ['postleitzahl'] },
  place: { label: 'Ort', others: ['stadt'] },
  mail: { label: 'E-Mail', others: ['mail', 'emailadresse', 'mailadresse'] },
  phone: { label: 'Telefon', others: ['tel', 'telefonnummer', 'rufnummer', 'durchwahl'] },
}

export const addressFieldNames = Object.keys(addressFields) as AddressField[]

/** The headings under which a list names the unit. */
export const unitColumns: Readonly<Record<string, readonly string[]>> = {
  gkz: ['gkz', 'ags', 'gemeindekennziffer', 'gemeindeschluessel', 'amtlichergemeindeschluessel'],
  verbund: ['verbund', 'antragsverbund', 'verbundnummer'],
  im_nummer: ['imnummer'],
}

const longest = 200

/** What is wrong with an address, each with a way out; empty where nothing is. */
export function addressFaults(address: Omit<Address, 'unit'>): [AddressField, string][] {
  const { recipient, street, postcode, place, mail, phone } = address
  const faults: [AddressField, string][] = []
  for (const field of addressFieldNames) {
    const { label } = addressFields[field]
    if (/\p{Cc}/u.test(address[field]))
      faults.push([field, `${label} enthält ein Zeichen, das man nicht sieht. Bitte tippen Sie die Angabe neu.`])
    if (address[field].length > longest)
      faults.push([field, `${label} hat mehr als ${longest} Zeichen. Bitte kürzen Sie die Angabe.`])
  }
  if (recipient === '')
    faults.push(['recipient', 'Der Empfänger fehlt. Bitte nennen Sie die Behörde, zum Beispiel „Stadt Donzdorf“.'])
  if (street === '' && place === '' && postcode === '') {
    if (mail === '') faults.push(['street', 'Es fehlen Anschrift und E-Mail. Bitte geben Sie eine von beiden an.'])
  } else {
    if (street === '')
      faults.push(['street', 'Die Straße fehlt. Bitte ergänzen Sie sie, oder lassen Sie auch PLZ und Ort leer.'])
    if (place === '')
      faults.push(['place', 'Der Ort fehlt. Bitte ergänzen Sie ihn, oder lassen Sie auch Straße und PLZ leer.'])
    const wrong = postcodeFault(postcode)
    if (wrong !== '') faults.push(['postcode', wrong])
  }
  if (mail !== '' && !isMail(mail))
    faults.push([
      'mail',
      `„${mail}“ ist keine E-Mail-Adresse. Erwartet wird genau eine, zum Beispiel rathaus@stadt.de.`,
    ])
  if (phone !== '' && !/^\+?[\d\s/().–-]{5,}$/.test(phone))
    faults.push(['phone', `„${phone}“ ist keine Telefonnummer. Erwartet werden Ziffern, zum Beispiel 07161 650-0.`])
  return faults
}

function postcodeFault(postcode: string): string {
  if (/^\d{5}$/.test(postcode)) return ''
  if (postcode === '') return 'Die PLZ fehlt. Bitte ergänzen Sie sie, oder lassen Sie auch Straße und Ort leer.'
  if (/^\d{4}$/.test(postcode))
    return `„${postcode}“ hat nur vier Ziffern. War es 0${postcode}? Tabellenprogramme lassen die Null am Anfang weg.`
  return `„${postcode}“ ist keine Postleitzahl: fünf Ziffern, ohne „D-“.`
}

const isMail = (text: string) => /^[^\s@<>,;:"()[\]\\]+@[^\s@.,;]+(?:\.[^\s@.,;]+)+$/.test(text)
