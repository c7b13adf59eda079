/** A name that is ours and safe within SQL: it comes from a compiled definition or from our own code. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
