/** `08111 Stuttgart, Landeshauptstadt` in one cell → key and name; a key alone has no name. */
export function splitKey(cell: string): { key: string; name: string } {
  const [, key = cell, name = ''] = /^(\d{1,12}|D|DG)\s+(\D.*)$/s.exec(cell) ?? []
  return { key, name: name.trim() }
}
