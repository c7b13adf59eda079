import { columnNames } from '../column-names.ts'

const reserved = /^(all|and|by|eq|ge|gt|le|lt|ne|not|or|to|with)$/i

export const spssNames = (names: readonly string[]): string[] =>
  columnNames(names, { program: 'SPSS', longest: 64, reserved })
