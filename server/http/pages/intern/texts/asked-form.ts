import { sizes } from '../../../../../analysis/groups/by-register.ts'
import type { Register } from '../../../../../surveys/reading/register.ts'
import type { TextAsked } from '../../../../../views/page-data/text-pages.ts'
import { codingStates } from '../../../../store/texts/list-texts.ts'
import { type AskedTexts, titleOfField } from '../../../../texts/asked-texts.ts'
import { answerGroups, queryWords, stateLabels, type TextQuery } from '../../../../texts/text-filter.ts'
import { textListHref } from '../text-addresses.ts'

interface Known {
  register: Register
  coders: readonly { id: number; name: string }[]
}

/** What the list can be asked for, as it is asked now. */
export function askedForm(asked: AskedTexts, query: TextQuery, { register, coders }: Known): TextAsked {
  const { wave, fields, form } = asked
  type Group = { label: string; options: { value: string; label: string }[] }
  const choice = (name: keyof TextQuery, label: string, all: string, groups: readonly Group[]) => ({
    name,
    label,
    groups: [{ label: '', options: [{ value: '', label: all }] }, ...groups].map((group) => ({
      label: group.label,
      options: group.options.map((option) => ({ ...option, selected: option.value === String(query[name] || '') })),
    })),
  })
  const one = (options: Group['options']) => [{ label: '', options }]
  const kreise = [...register.kreise].map(([value, label]) => ({ value, label }))
  return {
    action: textListHref(wave.id),
    search: query.suche,
    choices: [
      choice(
        'frage',
        'Frage',
        'alle Fragen',
        one(fields.map((field) => ({ value: field.field, label: titleOfField(field) }))),
      ),
      {
        name: 'stand',
        label: 'Stand',
        groups: one(codingStates.map((value) => ({ value, label: stateLabels[value] }))).map(({ label, options }) => ({
          label,
          options: options.map((option) => ({ ...option, selected: option.value === query.stand })),
        })),
      },
      choice('gruppe', 'Wer anderswo angab', 'alle', answerGroups(form.instrument)),
      choice('kreis', 'Kreis', 'alle Kreise', one(kreise)),
      ...(form.instrument.unit === 'gemeinde'
        ? [choice('groesse', 'Größe', 'jede Größe', one(sizes.map(({ code: value, label }) => ({ value, label }))))]
        : []),
      choice(
        'von',
        'Zugeordnet von',
        'wem auch immer',
        one(coders.map(({ id, name }) => ({ value: String(id), label: name }))),
      ),
    ],
    wholeHref: queryWords(query) === '' ? '' : textListHref(wave.id),
  }
}
