import type { FileField } from '../../../../surveys/form-file/file-field.ts'
import { ticked } from '../../../../surveys/form-file/file-field.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { PaperSettlePage } from '../../../../views/page-data/paper-pages.ts'
import type { OpenPaper } from '../../../returned-paper/open-paper.ts'
import { type Choice, readingsOf } from '../../../returned-paper/settled.ts'
import type { ComparedPaper } from '../../../returned-paper/take-paper.ts'
import { paperSettleHref } from './addresses.ts'
import { onePaper } from './paper-page.ts'

interface Said {
  choices: ReadonlyMap<string, Choice>
  /** What else is wrong with what was sent; undefined where nothing was sent yet. */
  errors?: PaperSettlePage['errors']
  accountId: number
}

/** The fields about which somebody has to decide: read differently, or in the way of submitting. */
export function paperSettlePage({ atWork, fields }: OpenPaper, compared: ComparedPaper, said: Said): PaperSettlePage {
  const { choices, errors, accountId } = said
  const { entries, settled, faults, signals, onlyOnline } = compared
  const { wave, unit } = atWork.visit
  const unlike = new Set(settled.differing.map(({ variable: { name } }) => name))
  const inTheWay = new Map(faults.map(({ column = '', sentence }) => [column, sentence]))
  const asked = fields.filter(({ variable: { name } }) => unlike.has(name) || inTheWay.has(name) || choices.has(name))
  const isAsked = (name: string) => asked.some(({ variable }) => variable.name === name)
  const told = faults.flatMap(({ column = '', sentence: message }) => {
    if (!isAsked(column)) return [{ field: '', message }]
    return errors === undefined ? [] : [{ field: `wahl.${column}-1`, message }]
  })
  return {
    ...onePaper(atWork),
    settleHref: paperSettleHref(wave, unit),
    lead: leadWords(fields.length, settled.differing.length),
    rows: asked.map((field) => {
      const { name, number, label } = field.variable
      return {
        name,
        number,
        label,
        why: inTheWay.get(name) ?? (unlike.has(name) ? '' : 'Hier war noch etwas zu entscheiden.'),
        choices: choicesOf(field, entries, choices.get(name)),
        other: otherOf(choices.get(name)),
        hint: `Möglich ist: ${field.allowed}.`,
      }
    }),
    errors: [...(errors ?? []), ...told],
    signals,
    onlyOnline:
      onlyOnline === 0
        ? ''
        : `${onlyOnline === 1 ? 'Eine Angabe steht' : `${formatNumber(onlyOnline)} Angaben stehen`} nur im Online-Fragebogen und nicht auf dem Papier. Mit dem Absenden gehen sie mit ein.`,
    isTypist: entries.some((entry) => entry.accountId === accountId),
  }
}

function choicesOf(field: FileField, entries: ComparedPaper['entries'], choice: Choice | undefined) {
  const [one = '', other = ''] = readingsOf(entries, field).map((text) => shown(field, text))
  const taken = choice !== undefined && 'take' in choice ? choice.take : 0
  return [
    { value: '1', label: `1. Erfassung: ${one || 'leer'}`, checked: taken === 1 },
    { value: '2', label: `2. Erfassung: ${other || 'leer'}`, checked: taken === 2 },
    { value: 'anders', label: 'etwas anderes, nämlich:', checked: choice !== undefined && 'other' in choice },
    {
      value: 'leer',
      label: 'lässt sich so nicht eintragen: leer lassen und vermerken',
      checked: choice !== undefined && 'blank' in choice,
    },
  ]
}

const otherOf = (choice: Choice | undefined) => (choice !== undefined && 'other' in choice ? choice.other : '')

const shown = ({ tick, options }: FileField, text: string) =>
  tick !== undefined && text !== '' ? ticked : (options.find(({ code }) => code === text)?.text ?? text)

function leadWords(fields: number, differing: number): string {
  if (differing === 0) return `Beide Erfassungen sagen in allen ${formatNumber(fields)} Feldern dasselbe.`
  const some = differing === 1 ? 'In einem Feld' : `In ${formatNumber(differing)} Feldern`
  return `${some} von ${formatNumber(fields)} sagen die Erfassungen Verschiedenes. Bitte sehen Sie auf dem Papier nach, was dort steht.`
}
