import type { UnitState } from '../../../../analysis/rollup/roll-up.ts'
import { type Place, placeOf } from '../../../../analysis/rollup/structure.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import type { FigureQuestions, FigureThread } from '../../../../views/page-data/roll-up-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import { standingOfQuery } from '../../../queries/standing.ts'
import { addressUnitOf } from '../../../registry/address.ts'
import { askable, participantAt, type TypedQuestion } from '../../../rollup/ask-about.ts'
import { questionMail } from '../../../rollup/question-mail.ts'
import type { ReadRollUp } from '../../../rollup/read-roll-up.ts'
import type { FigureQuery } from '../../../store/figure-queries.ts'
import type { Query } from '../../../store/queries.ts'
import { rolledUpHref } from './addresses.ts'
import { badgeOfStanding } from './query-badge.ts'

/** What is known of the questions of a wave beside what units ask each other. */
export interface KnownQuestions {
  /** What persons are asked in their forms. */
  ofPersons: readonly Query[]
  today: string
  /** Until when an answer is asked for, where nobody says otherwise. */
  usual: string
  may: boolean
  worksForAll: boolean
  /** Where mails to a unit go, by its key; nothing for those who see no addresses. */
  addresses: ReadonlyMap<string, string>
  /** The address of this site. */
  site: string
  typed?: TypedQuestion
  /** An answer that was typed and not taken. */
  answer?: { id: number; text: string }
}

/** What is asked about the figures of a unit, and of those below it. */
export function figureQuestions(read: ReadRollUp, state: UnitState, known: KnownQuestions): FigureQuestions {
  const { wave, queries, way, labels } = read
  const { place, level, children } = state
  const key = place.slice(level.length + 1)
  const { typed, may, usual } = known
  const lowest = way.levels[0].id
  const threadOf = (query: FigureQuery) => unitThread(read, query, place, known)
  const asked = askable(read, state, known.worksForAll)
  const option = (value: string, label: string, chosen: string | undefined) => ({
    value,
    label,
    ...(value === chosen ? { selected: true } : {}),
  })
  const figuresOf = (id: string) =>
    way.figures
      .filter((one) => one.level === id)
      .map(({ variable }) => option(variable, labels.get(variable)?.label ?? variable, typed?.zahl))
  return {
    action: may ? `${rolledUpHref(wave, level, key)}/rueckfragen` : '',
    toUs: queries.filter(({ to }) => to === place).map(threadOf),
    below: [
      ...queries.filter(({ from, to }) => from === place && to !== place).map(threadOf),
      ...known.ofPersons.flatMap((query) => personThread(read, query, children, known)),
    ],
    ask:
      may && asked.length > 0
        ? {
            who: [{ label: '', options: asked.map((one) => option(one, nameAt(read, one), typed?.an)) }],
            figures: way.levels.flatMap(({ id, many }) =>
              figuresOf(id).length === 0 ? [] : [{ label: many, options: figuresOf(id) }],
            ),
            text: typed?.text ?? '',
            bis: typed?.bis || formatDate(usual),
            byMail: children.some((one) => one.startsWith(`${lowest}/`)) ? { checked: typed?.mail ?? false } : null,
          }
        : null,
  }
}

const nameAt = ({ rolled }: ReadRollUp, place: Place): string => rolled.states.get(place)?.name ?? place

function unitThread(read: ReadRollUp, query: FigureQuery, here: Place, known: KnownQuestions): FigureThread {
  const { id, from, to, figure, entries, dueOn, closedAt, lastKind } = query
  const { may, worksForAll, today, addresses, site, answer } = known
  const { title } = read.way
  const isOurs = from === here || (to === here && from.endsWith('/') && worksForAll)
  const label = read.labels.get(figure)?.label ?? figure
  const isOpen = closedAt === null
  const asked = rolledQuestion(read, to, id)
  const [level = '', unit = ''] = to.split('/')
  const text = entries.findLast(({ kind }) => kind === 'asked')?.text ?? ''
  return {
    id,
    ofPerson: false,
    title: to === here ? `${nameFrom(read, from)} fragt nach „${label}“` : `An ${nameAt(read, to)} zu „${label}“`,
    badge: badgeOfStanding(standingOfQuery(query, today)),
    due: isOpen && lastKind === 'asked' ? formatDate(dueOn) : '',
    entries: entries.map((entry) => ({
      who: entry.kind === 'asked' ? 'Frage' : 'Antwort',
      by: entry.account,
      at: dayAndTime(entry.at),
      text: entry.text,
      receipt: null,
    })),
    corrected: asked?.corrected ?? false,
    mayAnswer: may && isOpen && to === here,
    mayClose: may && isOpen && isOurs,
    mailHref:
      may && isOpen && isOurs && lastKind === 'asked'
        ? questionMail({
            ...{
              address: addresses.get(addressUnitOf(unit)) ?? '',
              title,
              year: read.year,
              name: nameAt(read, to),
              figure: label,
            },
            ...{ text, dueOn, link: `${site}${rolledUpHref(read.wave, level, unit)}` },
          })
        : '',
    typed: answer?.id === id ? answer.text : '',
  }
}

const rolledQuestion = ({ rolled }: ReadRollUp, to: Place, id: number) =>
  rolled.states.get(to)?.questions.find((one) => one.id === String(id))

function nameFrom(read: ReadRollUp, from: Place): string {
  const [level = ''] = from.split('/')
  return from.endsWith('/') ? (read.way.levels.find(({ id }) => id === level)?.one ?? level) : nameAt(read, from)
}

/** What a person is asked in the form, where the person belongs to the unit. */
function personThread(
  read: ReadRollUp,
  query: Query,
  children: readonly Place[],
  { may, today }: KnownQuestions,
): FigureThread[] {
  const place = placeOf(read.way.levels[0].id, query.unit)
  const { id, about, entries, closedAt, lastKind, dueOn } = query
  if (!children.includes(place) || participantAt(read, place) !== query.participantId || about.kind !== 'field')
    return []
  const label = read.labels.get(about.name)?.label ?? about.name
  return [
    {
      id,
      ofPerson: true,
      title: `An ${nameAt(read, place)} zu „${label}“`,
      badge: badgeOfStanding(standingOfQuery(query, today)),
      due: closedAt === null && lastKind === 'asked' ? formatDate(dueOn) : '',
      entries: entries.map(({ kind, text, at, account, editor }) => ({
        who: kind === 'asked' ? 'Frage' : kind === 'answered' ? 'Antwort' : 'Erneut abgesendet',
        by: account ?? editor ?? '',
        at: dayAndTime(at),
        text: kind === 'submitted' ? 'Die Angaben wurden geändert.' : text,
        receipt: null,
      })),
      corrected: lastKind === 'submitted',
      mayAnswer: false,
      mayClose: may && closedAt === null,
      mailHref: '',
      typed: '',
    },
  ]
}
