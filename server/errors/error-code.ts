/** The `code` of an error of Node or of PostgreSQL (a SQLSTATE), where it has one. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

/** For `.catch`: turns an expected error into undefined, throws every other on. */
export function unlessCode(...expected: string[]): (error: unknown) => undefined {
  return (error) => {
    if (!expected.includes(errorCode(error) ?? '')) throw error
  }
}
