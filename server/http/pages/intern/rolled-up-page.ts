import { newestOf, valueIn } from '../../../../analysis/rollup/content.ts'
import { differencesBelow } from '../../../../analysis/rollup/differences.ts'
import { watchedIn } from '../../../../analysis/rollup/figures.ts'
import { countedOnceWords, warningBefore } from '../../../../analysis/rollup/hand-over.ts'
import type { UnitState } from '../../../../analysis/rollup/roll-up.ts'
import type { Place } from '../../../../analysis/rollup/structure.ts'
import { sumWords } from '../../../../analysis/rollup/sums.ts'
import type { Level } from '../../../../schemas/way-up.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import { typeOf } from '../../../../surveys/types/index.ts'
import type { FigureQuestions, RolledUpPage } from '../../../../views/page-data/roll-up-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import type { ReadRollUp } from '../../../rollup/read-roll-up.ts'
import { seenOf } from '../../../rollup/seen.ts'
import { numbersOf } from '../../../rollup/typed-figures.ts'
import { handOverHref, rolledUpHref, rollUpHref, waveHref } from './addresses.ts'
import { keyOf, labelOf, shownIn, statusWords } from './roll-up-page.ts'

interface Shown {
  today: string
  maySign: boolean
  questions: FigureQuestions
  notice?: string
  /** What was typed for the own figures and what is wrong with it. */
  typed?: { values: Readonly<Record<string, string>>; errors: { field: string; message: string }[] }
}

/** How the figures stand at one unit. */
export function rolledUpPage(read: ReadRollUp, state: UnitState, shown: Shown): RolledUpPage {
  const { way, year, wave, levels, synthetic } = read
  const level = levels.find(({ id }) => id === state.level) as Level
  const key = keyOf(state)
  const href = rolledUpHref(wave, state.level, key)
  const isHighest = levels.at(-1)?.id === state.level
  const label = statusWords(state)
  const { maySign, typed, questions, notice = '', today } = shown
  return {
    id: wave,
    waveHref: waveHref(wave),
    listHref: rollUpHref(wave),
    synthetic,
    year: String(year),
    level: level.one,
    name: state.name,
    key,
    status: { tone: state.signed === undefined ? 'plain' : label === 'freigegeben' ? 'success' : 'warning', label },
    warning: isHighest ? warningBefore(way, year, today, state.signed !== undefined) : '',
    notice,
    facts: [...factsOf(read, state), ...openFacts(questions)],
    sums: {
      heads: ['Kennzahl', 'liegt vor', 'freigegeben'],
      rows: way.handOver.flatMap((figure) => {
        const [now, signed] = [state.sums.get(figure), state.signedSums.get(figure)]
        const words = signed === undefined || state.signed === undefined ? '' : sumWords(signed)
        return now === undefined || now.of === 0 ? [] : [[labelOf(read, figure), sumWords(now), words]]
      }),
    },
    below: belowOf(read, state),
    changes: {
      heads: ['Woher', 'Kennzahl', 'bei der Freigabe', 'jetzt', 'geändert'],
      rows: state.changes.map(({ source, figure, before, now, at, by }) => [
        nameOf(read, source),
        labelOf(read, figure),
        valueWords(before),
        valueWords(now),
        at === undefined ? '' : `${dayAndTime(new Date(at))}, ${by ?? ''}`,
      ]),
    },
    differences: differencesOf(read, state),
    history: state.history.map(({ by, at, number }) => `Freigabe ${number}: ${by}, ${dayAndTime(new Date(at))}`),
    notes: [
      `Von wem Angaben erwartet werden und wer wohin gehört, sagt für „liegt vor“ das Verzeichnis vom ${formatDate(today)}, für „freigegeben“ das vom Tag der Freigabe.`,
      ...(state.countedOnce.length === 0 ? [] : [countedOnceWords(state.countedOnce.length)]),
      ...new Set(way.figures.flatMap(({ up, why }) => (up === 'stays' || why === undefined ? [] : [why]))),
    ],
    files:
      isHighest && state.signed !== undefined
        ? ['csv', 'xlsx', 'pdf'].map((format) => ({
            label: format,
            href: `${handOverHref(wave, state.level, key)}?format=${format}`,
          }))
        : [],
    signAction: maySign && state.status !== 'signed' ? `${href}/freigabe` : '',
    seen: seenOf(state),
    signLabel: state.signed === undefined ? 'Zahlen freigeben' : 'Neu freigeben',
    own: ownFields(read, level, state, maySign ? `${href}/zahlen` : '', typed),
    questions,
    errors: typed?.errors ?? [],
  }
}

const valueWords = (value: number | undefined) => (value === undefined ? 'keine Angabe' : formatNumber(value))

/** How many wait for an answer of this unit. */
function openFacts({ toUs }: FigureQuestions): RolledUpPage['facts'] {
  const open = toUs.filter(({ due }) => due !== '').length
  return open === 0 ? [] : [{ label: 'Rückfragen, die auf Antwort warten', value: String(open) }]
}

const cameWords = (revisions: number) =>
  revisions === 0 ? 'fehlt' : revisions === 1 ? 'eingegangen' : `${revisions}. Fassung`

const nameOf = ({ rolled }: ReadRollUp, place: Place) => rolled.states.get(place)?.name ?? place

function factsOf(read: ReadRollUp, state: UnitState): RolledUpPage['facts'] {
  const { missing, unsigned, changedBelow, sources } = state
  const names = (places: readonly Place[]) => places.map((place) => nameOf(read, place)).join(', ')
  const byNumber = [...sources].filter((place) => read.byNumber.has(place)).sort()
  return [
    { label: 'Angaben eingegangen', value: `${sources.size - missing.length} von ${sources.size}` },
    ...(missing.length === 0 ? [] : [{ label: 'Es fehlen Angaben von', value: names(missing) }]),
    ...(unsigned.length === 0 ? [] : [{ label: 'Nicht freigegeben haben', value: names(unsigned) }]),
    ...(changedBelow.length === 0
      ? []
      : [{ label: 'Seit ihrer Freigabe geändert, eine neue steht aus', value: names(changedBelow) }]),
    ...(byNumber.length === 0
      ? []
      : [{ label: 'Ohne Einsatz im Verzeichnis, zugeordnet nach der Nummer', value: names(byNumber) }]),
  ]
}

function belowOf(read: ReadRollUp, { children }: UnitState): RolledUpPage['below'] {
  const { rolled, levels, wave, way } = read
  const lowest = levels[0]?.id
  const shown = shownIn(way).filter((figure) => way.figures.some((one) => one.variable === figure))
  const states = children.flatMap((child) => rolled.states.get(child) ?? [])
  const ofPersons = states.some(({ level }) => level === lowest)
  const figures = ofPersons
    ? shown.filter((figure) => way.figures.some((one) => one.variable === figure && one.level === lowest))
    : shown
  return {
    heads: ['Wer', 'Stand', ...figures.map((figure) => labelOf(read, figure))],
    rows: states.map((state) => {
      if (state.level !== lowest)
        return [
          { text: state.name, href: rolledUpHref(wave, state.level, keyOf(state)) },
          { text: statusWords(state) },
          ...figures.map((figure) => {
            const sum = state.signedSums.get(figure)
            return { text: sum === undefined || state.signed === undefined ? '' : sumWords(sum) }
          }),
        ]
      const came = newestOf(rolled.known, state.place)
      return [
        { text: state.name },
        { text: cameWords(rolled.known.figures.get(state.place)?.size ?? 0) },
        ...figures.map((figure) => ({
          text: came === undefined ? '' : valueWords(valueIn(rolled.known, state.offered, state.place, figure)),
        })),
      ]
    }),
  }
}

function differencesOf(read: ReadRollUp, { children }: UnitState): RolledUpPage['differences'] {
  const { rolled: now, before, way } = read
  const found = before === undefined ? [] : differencesBelow(children, { now, before }, watchedIn(way))
  return {
    heads: ['Wer', 'Kennzahl', 'im Jahr davor', 'jetzt'],
    rows: found.map(({ place, figure, now: is, before: was }) => [
      nameOf(read, place),
      labelOf(read, figure),
      sumWords(was),
      sumWords(is),
    ]),
  }
}

function ownFields(
  { surveys, rolled, others }: ReadRollUp,
  level: Level,
  state: UnitState,
  action: string,
  typed: Shown['typed'],
): RolledUpPage['own'] {
  const asked = others.find((one) => one.level === level.id && one.asked.has(keyOf(state)))
  if (asked !== undefined) return { wave: { href: waveHref(asked.wave), label: asked.wave }, action: '', fields: [] }
  const instrument = surveys.get(level.survey ?? '')
  if (instrument === undefined || action === '') return { wave: null, action: '', fields: [] }
  const given = newestOf(rolled.known, state.place)?.values ?? {}
  return {
    wave: null,
    action,
    fields: numbersOf(instrument).map(({ name, type, question }) => {
      const value = given[name]
      return {
        name,
        label: instrument.questions.get(question)?.title ?? name,
        value: typed?.values[name] ?? (value === undefined ? '' : typeOf(type).field(value)),
        error: typed?.errors.find(({ field }) => field === name)?.message ?? '',
      }
    }),
  }
}
