import { renderSVG } from 'uqr'
import type { UnitKind } from '../../surveys/compile/unit-kinds.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import type { Letter, LettersPaper } from '../../views/page-data/papers.ts'
import type { Config } from '../boot/config.ts'
import { dayOfTime } from '../domain/german-time.ts'
import type { TemplateText } from '../templates/template-text.ts'
import { type Addressed, inOrder, type Post } from './arrange.ts'
import { fillTemplate } from './fill-template.ts'
import type { Filling } from './gaps.ts'
import { entryAddress, linkWithCode, senderOf } from './sender.ts'

/** What all letters of a wave have in common. */
export interface LetterWave {
  title: string
  unit: UnitKind
  stichtag: string | null
  frist: string
}

export interface Composing {
  config: Config
  wave: LetterWave
  /** Of the letters, and of the sheet on top of those of a Verbund. */
  texts: { letter: TemplateText; cover: TemplateText }
  /** Whose letter tells which code; none where letters tell no code. */
  codes: ReadonlyMap<number, string>
  at: Date
  specimen: boolean
}

/** The letters as they are printed, those of a Verbund below their cover sheet. */
export function composeLetters(of: Composing, posts: readonly Post[]): LettersPaper {
  return {
    title: `${of.wave.title}: ${inOrder(posts).length} Schreiben`,
    date: dayOfTime(of.at),
    specimen: of.specimen,
    sender: senderOf(of.config),
    letters: posts.flatMap((post) => [
      ...('receiver' in post ? [] : [coverOf(of, post)]),
      ...inOrder([post]).map((receiver) => letterTo(of, receiver)),
    ]),
  }
}

function letterTo(of: Composing, receiver: Addressed): Letter {
  const { config, codes, texts } = of
  const { unit, name, verbund, address, frist } = receiver
  const code = codes.get(receiver.id) ?? ''
  const isShared = verbund !== null && address.unit === verbund
  const person = isShared ? `Integrationsmanager/-in ${unit}` : address.person
  const link = linkWithCode(config, code)
  return {
    address: linesOf({ ...address, person }),
    facts: [[keyWord(of.wave.unit), unit]],
    ...fillTemplate(
      texts.letter,
      fillingOf(of, { name, unit, person: isShared ? '' : address.person, count: 0, frist }),
    ),
    access: {
      address: entryAddress(config),
      link,
      code,
      qr: code === '' ? '' : renderSVG(link, { border: 0, ecc: 'M' }),
    },
    list: [],
  }
}

const keyWord = (kind: UnitKind): string =>
  kind === 'gemeinde' ? 'GKZ' : kind === 'kreis' ? 'Schlüssel' : kind === 'zuwendungsempfaenger' ? 'Kennung' : 'Nummer'

/** What lies on top of the letters of a Verbund. It tells numbers and no code. */
function coverOf(of: Composing, { verbund, receivers, address }: Extract<Post, { verbund: string }>): Letter {
  const filling = fillingOf(of, {
    name: verbund,
    unit: address.unit,
    person: address.person,
    count: receivers.length,
    frist: null,
  })
  return {
    address: linesOf(address),
    facts: [['Verbund', address.unit]],
    ...fillTemplate(of.texts.cover, filling),
    access: { address: '', link: '', code: '', qr: '' },
    list: receivers.map(({ unit, name }) => ({ unit, verbund: name })),
  }
}

const linesOf = ({ recipient, person, street, postcode, place }: Addressed['address']): string[] =>
  [recipient, person, street, `${postcode} ${place}`].filter((line) => line.trim() !== '')

/** What differs from letter to letter. */
interface Told {
  name: string
  unit: string
  person: string
  count: number
  /** An own one, or null. */
  frist: string | null
}

function fillingOf({ config, wave }: Composing, { name, unit, person, count, frist }: Told): Filling {
  const { contact, operator } = config
  return {
    anrede: person === '' ? 'Guten Tag' : `Guten Tag ${person}`,
    kommune: name,
    kennung: unit,
    erhebung: wave.title,
    stichtag: wave.stichtag === null ? '' : formatDate(wave.stichtag),
    frist: formatDate(frist ?? wave.frist),
    link: entryAddress(config),
    anzahl: String(count),
    betreiber: operator.facts.name ?? '',
    stelle: contact.name,
    telefon: contact.phone,
    mail: contact.mail,
    sprechzeiten: contact.hours,
  }
}
