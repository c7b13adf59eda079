import type { Table } from '../table.ts'

/** What tables hold, where that is from and what their columns mean. People script against this: it only ever grows. */
export const descriptionOf = (tables: readonly Table[], ending: string) => ({
  tables: tables.map(({ name, file, columns, origin }) => ({ file: `${name}${ending}`, holds: file, origin, columns })),
})
