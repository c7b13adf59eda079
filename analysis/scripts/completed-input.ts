import { answersFile } from '../../surveys/codebook/values-used.ts'
import type { VariableDescription } from '../compare/describe-wave.ts'
import { hidden, isTold } from '../disclosure/hidden.ts'
import type { Method } from '../imputation/method.ts'
import type { Completed } from '../report/completed-tables.ts'
import type { Provenance } from '../report/provenance.ts'
import { groupName } from './group-name.ts'

/** What a script needs to put in what was put in: the file that has it, and where figures of it are shown. */
export interface CompletedInput {
  file: string
  methods: readonly Method[]
  variables: readonly { name: string; groups: readonly string[] }[]
}

/** Of what is not told nothing gets into the script. */
export function completedInput(
  wave: string,
  described: readonly VariableDescription[],
  { methods, described: completed }: Completed,
  { snapshot }: Provenance,
): CompletedInput {
  return {
    file: `${answersFile(wave, snapshot.values)}-ergaenzt.csv`,
    methods,
    variables: completed.flatMap(({ name, total, groups }) => {
      const own = described.find(({ variable }) => variable.name === name)?.groups ?? []
      const shown = own.flatMap(({ code }, place) => (isTold(groups[place] ?? hidden) ? [groupName(code)] : []))
      const all = [...(isTold(total) ? ['insgesamt'] : []), ...shown]
      return all.length === 0 ? [] : [{ name, groups: all }]
    }),
  }
}
