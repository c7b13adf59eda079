import type { Question, Rest, Section, Variable } from './instrument.ts'

/** Which blank shares are 0, as a variable beside them. */
const restName = (id: string) => `${id}_rest`

/** The variable that names the shares of a question which nobody typed, since the others make 100. */
export function restVariable({ id, number, definition }: Question): Variable[] {
  if (definition.kind !== 'shares' || definition.rest === undefined) return []
  const label = 'Anteile, die leer blieben und als 0 gelten, weil die übrigen 100 ergeben'
  return [{ name: restName(id), type: 'text', role: 'derived', label, question: id, number, contact: false }]
}

/** The questions of which a blank share is 0 once the others make 100. */
export const restsOf = (sections: readonly Section[]): Rest[] =>
  sections
    .flatMap(({ questions }) => questions)
    .flatMap(({ id, definition, variables }, place) =>
      definition.kind === 'shares' && definition.rest !== undefined
        ? [
            {
              variable: restName(id),
              fields: variables.filter(({ role }) => role === 'item').map(({ name }) => name),
              place,
            },
          ]
        : [],
    )
